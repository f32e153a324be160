import { Search } from "lucide-react";
import { searchInput } from "@/texts/site";
import { Button } from "./button";
import { inputClasses } from "./control-classes";

/** A search field and its button, for a form that sends the terms as `q`. */
export function SearchInput({
  label,
  placeholder,
  defaultValue,
}: {
  label: string;
  placeholder: string;
  defaultValue: string;
}) {
  return (
    <>
      <input
        type="search"
        name="q"
        defaultValue={defaultValue}
        aria-label={label}
        placeholder={placeholder}
        className={`${inputClasses} min-w-0 flex-1 sm:w-64`}
      />
      <Button type="submit" variant="secondary" aria-label={searchInput.submit}>
        <Search aria-hidden="true" className="size-5" />
      </Button>
    </>
  );
}
