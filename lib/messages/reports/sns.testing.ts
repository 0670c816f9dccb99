import { createSign } from "node:crypto";
import type { HttpClient } from "#lib/http/http-client.ts";

export const CERTIFICATE_URL = "https://sns.eu-central-1.amazonaws.com/SimpleNotificationService-0123456789abcdef.pem";

/** Made for this test alone: Node makes keys, but no certificates. */
const CERTIFICATE = `-----BEGIN CERTIFICATE-----
MIIDGzCCAgOgAwIBAgIUFSM+s3uGFyFHNfOEZyRzMDA07pcwDQYJKoZIhvcNAQEL
BQAwHDEaMBgGA1UEAwwRc25zLmFtYXpvbmF3cy5jb20wIBcNMjYxMTIyMDg0ODI5
WhgPMjEyNjEwMjkwODQ4MjlaMBwxGjAYBgNVBAMMEXNucy5hbWF6b25hd3MuY29t
MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEAi5W+goc1/4BZoR5l1Hqi
Rzn5+1KKxcvkHNNZ0KULlaOKXxwWMV7oBLfrbUe9uBq5QMNGaBHQPFy/T6wZUZTk
5WFhbptZObric39NIWaey5gakFhh+jEpxa8rKyHg2rpBMmqaWPOjUWmDr6a3P56O
zuBeJTs3CG9NElOb4wVeESRkfCa9700N39qKftlLeHSiwbD7J7pjoPdRwpSUyvvb
bDhvbslTJUcUw55oD0yzF91VK92rV42BpUOHSbxInXbouFqiMdVxb9KkNGcvdnck
0BCSgqnRcCO+M/afgTHSiFcBCd1TrXsHVmGwYFDfRqYFcAPFWXMfuzDh1m8whRq3
ZQIDAQABo1MwUTAdBgNVHQ4EFgQUr6H8t+E5LgNGOY3eridoZHcXnhUwHwYDVR0j
BBgwFoAUr6H8t+E5LgNGOY3eridoZHcXnhUwDwYDVR0TAQH/BAUwAwEB/zANBgkq
hkiG9w0BAQsFAAOCAQEASkaBv+d7qdB1lwOgJBQWZrLVHlA49o8He72wgkciBT3t
nYjPaf4IAf7xm3kttlxWV6LTj6EGpiF2kQKNrVFeWssUdrFJLz7wNDoUCp91ohcQ
jhiwHapDzgeIVJcJvCq+mHQLIlyqhNEOSGmkTeUHh/WTCoZE1rJRq+HwSMEJnzbf
UCEDBwn4ANk6f2QvwwWnNJdLi73PNGCbj+VVwBkahJKYYaquwUGZBjWPFm4Qg8g0
LK8UUR/zm8wGXMPFKuNAGo/FlVHs+dzxh5V0QJ62/OXexeHhyE2nlLMRQtGJXqvq
GnUFpaUZXc170NOVf4vs/6MUn4wsIZ19STxy9h8MvA==
-----END CERTIFICATE-----
`;

const PRIVATE_KEY = `-----BEGIN PRIVATE KEY-----
MIIEvQIBADANBgkqhkiG9w0BAQEFAASCBKcwggSjAgEAAoIBAQCLlb6ChzX/gFmh
HmXUeqJHOfn7UorFy+Qc01nQpQuVo4pfHBYxXugEt+ttR724GrlAw0ZoEdA8XL9P
rBlRlOTlYWFum1k5uuJzf00hZp7LmBqQWGH6MSnFrysrIeDaukEyappY86NRaYOv
prc/no7O4F4lOzcIb00SU5vjBV4RJGR8Jr3vTQ3f2op+2Ut4dKLBsPsnumOg91HC
lJTK+9tsOG9uyVMlRxTDnmgPTLMX3VUr3atXjYGlQ4dJvEiddui4WqIx1XFv0qQ0
Zy92dyTQEJKCqdFwI74z9p+BMdKIVwEJ3VOtewdWYbBgUN9GpgVwA8VZcx+7MOHW
bzCFGrdlAgMBAAECggEADNexcEV78p7OwEvxbwf8c8SyCw1IXtP4UC2i6xcwVmt2
UPNe2FqEyuBYHRUXb7+nsT12Nh+DcvZOlMg/CRpDqBYaVoidADqBWMKK6GqObCl5
sjOrig8panqIJH8Itt8hnf+gZVQ/P7+PQeM7I3OVbJPInbDRyqkg5HGEW3IUOkvl
1PNyC+Dec9bdHGzubv3L7HsSPkWo9MYBFRPBP/N2+I9maz0QgDNBq7O8oZ1wpCNY
UX2/w5XJtlPxJdLvf8qMqzi6K/Abp2CPi4rbtU5uOFdOtD/9+M9RsF5fofLGG/5s
aDUbKnAIskEZ0DDt+gWzLlpXhl7XWYEFDHIZYkS2UQKBgQDC0x1XTMTpdqPLjhUy
y7McAEILXBETeLPiYUnI8LB3MkpQx8mTnphVyfIP1mzkCqbLlvlqiTRJp/05t+un
sM/BEE8XXXLYUs7pkN4xQtzC01JjisMvljdcGA/DG5zvYk4S2/89rBWcypFXOvTF
UWREqzyyohem5meZfVwMLpve8QKBgQC3ajYIdsjJ9b2scvzjMae6LfDdP7VyJXEX
mTa+PJ0k5uF6s7cgmfqGbOnseYgt1Of5YuAaU5sGE8UT/5TxWRV6mq+5i61/Wouw
BThhG1gWG0n36+jJv0p/ew3TM7XPQdIv+FRqqUJiWbll1qrnTJ0Ok/O7R4Xa6Vcw
qKx9faWHtQKBgQCufPYiYhdaIW/Bt5c0z0uzIGgGVIbWsZwqfIfg9/CUUO5OOyFG
nRxCeYPau2j7NK7+WFE6IXg7H8GkGB1vKuRnPXwYqRFavY+jkKPv6rpdo3Z+wKDf
1eHvEX3MeMatf5X9Phvz2FPjAWn6fksLDkKHXfYW5yXXzTOsPKJcJsJjgQKBgDUD
xzB1HR57IGL7LauBy8hdxRQ+ePTQa7r1d0RPguCKt7vevFz5BNfcHVVT34/XzWFh
OgOCDPoZtspMAsIsDLBOi+JmxDReeKfdKmmvHKvvIVc+4h+GYkMsz1cvyCprDRT+
g2/9EooZAySzgtyuYWs4SqfkSYV4EtKmvozbR4BNAoGAWIhfaK8bGSMojIf7AgXE
rIegSirtEkQz114RqybYFLiEQnKOn1JZjrOQ8pcA8EUSLnguzasALc+FH87UkhcS
CKgUmWznZZsM+LVMTbDaHlyfuWbUZN1kqlxBnDvXROsrvu3Yiwch8sQ97Q/mQKNf
hCbvVS1oxTZQUBM3fNs4wb8=
-----END PRIVATE KEY-----
`;

const SIGNED = ["Message", "MessageId", "Subject", "SubscribeURL", "Timestamp", "Token", "TopicArn", "Type"] as const;

/** As Amazon SNS would send it. */
export function signSns(fields: Partial<Record<(typeof SIGNED)[number], string>>): Record<string, string> {
  const envelope: Record<string, string> = {
    MessageId: "22b80b92-fdea-4c2c-8f9d-bdfb0c7bf324",
    TopicArn: "arn:aws:sns:eu-central-1:123456789012:bounces",
    Timestamp: "2026-03-01T12:00:00.000Z",
    ...fields,
  };
  const signed = SIGNED.flatMap((name) => (envelope[name] === undefined ? [] : [`${name}\n${envelope[name]}\n`])).join("");
  const Signature = createSign("RSA-SHA256").update(signed).sign(PRIVATE_KEY, "base64");
  return { ...envelope, SignatureVersion: "2", Signature, SigningCertURL: CERTIFICATE_URL };
}

/** A world in which Amazon's certificate is at its address, and nothing else is anywhere. */
export function amazonClient(asked: string[], { status = 200 } = {}): HttpClient {
  return {
    async request({ url }) {
      asked.push(url);
      if (url.startsWith(CERTIFICATE_URL)) return { kind: "answer", status, headers: {}, body: CERTIFICATE };
      return { kind: "no_answer", problem: "nothing is there", isTimeout: false };
    },
    close: async () => undefined,
  };
}
