import { nothing } from "./action";

export default function Page() {
  return (
    <form action={nothing}>
      <button type="submit">Nothing</button>
    </form>
  );
}
