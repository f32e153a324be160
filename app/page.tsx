export default function Page() {
  return <main>Quorix</main>;
}
