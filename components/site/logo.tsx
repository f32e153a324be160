/** A Q that looks like a torn ticket. Decorative, as the name is beside it. */
export function Logo({ className = "" }: { className?: string }) {
  return (
    <svg viewBox="0 0 32 32" aria-hidden="true" className={className} fill="none">
      <path
        d="M16 3a13 13 0 1 0 6.4 24.3"
        stroke="currentColor"
        strokeWidth="5"
        strokeLinecap="round"
        transform="rotate(-8 16 16)"
      />
      <path d="M16 3a13 13 0 0 1 12.1 17.7" stroke="currentColor" strokeWidth="5" strokeLinecap="round" />
      <path d="m19.5 19.5 9 9" stroke="currentColor" strokeWidth="5" strokeLinecap="round" />
    </svg>
  );
}
