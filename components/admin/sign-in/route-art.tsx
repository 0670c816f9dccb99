const STOPS = [
  { x: 96, y: 590, label: "Handed over" },
  { x: 250, y: 452, label: "On its way" },
  { x: 402, y: 300, label: "Out for delivery" },
] as const;

/** A parcel's journey in a few strokes; nothing that has to be seen. */
export function RouteArt() {
  return (
    <div className="hidden overflow-hidden bg-accent-soft text-accent lg:block">
      <svg
        aria-hidden="true"
        viewBox="0 0 640 760"
        preserveAspectRatio="xMidYMid slice"
        className="size-full"
        fill="none"
        stroke="currentColor"
      >
        <g strokeWidth="1" opacity="0.16">
          {[120, 200, 280, 360, 440].map((radius) => (
            <circle key={radius} cx="512" cy="150" r={radius} />
          ))}
        </g>
        <path
          d="M-20 700C40 640 60 606 96 590s118-62 154-138 96-96 152-152 74-92 110-128"
          strokeWidth="3"
          strokeLinecap="round"
          strokeDasharray="1 11"
        />
        {STOPS.map(({ x, y, label }) => (
          <g key={label}>
            <circle cx={x} cy={y} r="9" strokeWidth="3" className="fill-raised" />
            <text x={x + 24} y={y + 6} fill="currentColor" stroke="none" fontSize="18" opacity="0.85">
              {label}
            </text>
          </g>
        ))}
        <g strokeWidth="4" strokeLinecap="round" strokeLinejoin="round">
          <path d="M512 178s44-39 44-73a44 44 0 1 0-88 0c0 34 44 73 44 73Z" className="fill-raised" />
          <path d="M493 106l14 14 25-26" />
        </g>
      </svg>
    </div>
  );
}
