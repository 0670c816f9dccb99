interface MailFrameProps {
  src: string;
  title: string;
  isNarrow: boolean;
  isDark: boolean;
}

/** A mail as its program shows it, in a frame that can do nothing. */
export function MailFrame({ src, title, isNarrow, isDark }: MailFrameProps) {
  return (
    <div className="flex justify-center rounded-panel border border-line bg-sunken p-3 sm:p-5">
      <iframe
        key={src}
        src={src}
        title={title}
        sandbox=""
        className={`h-[46rem] w-full rounded-control border border-line ${isDark ? "scheme-dark" : "scheme-light"} ${isNarrow ? "max-w-[23.5rem]" : "max-w-[45rem]"}`}
      />
    </div>
  );
}
