import { Search } from "lucide-react";
import { searchInput } from "@/texts/site";
import { Button } from "./button";
import { inputClasses } from "./control-classes";

/** The words of a search and its button, inside a form that sends them as `q`. */
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
      <Button type="submit" variant="secondary" aria-label={searchInput.search}>
        <Search aria-hidden="true" className="size-5" />
      </Button>
    </>
  );
}
