import type { Services } from "../services.ts";
import type { Form, NoticeSite } from "./form.ts";

export interface FormHeadersInput {
  form: Form;
  site: NoticeSite;
  lang: string;
  cacheControl: string;
}

export function formHeaders(services: Services, { form, site, lang, cacheControl }: FormHeadersInput): Record<string, string> {
  return {
    ...site.style.securityHeaders,
    "content-type": form.contentType,
    "content-language": lang,
    "cache-control": cacheControl,
    ...form.headers?.(services, site),
  };
}
