/** A grey block of the size that `className` gives it. What is loading is announced by whoever renders it. */
export function Skeleton({ className = "" }: { className?: string }) {
  return <div aria-hidden="true" className={`animate-pulse rounded-control bg-sunken ${className}`} />;
}
