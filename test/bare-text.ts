import { fileURLToPath } from "node:url";
import type { Expression, JsxChild, Node, SourceFile } from "typescript/unstable/ast";
import {
  isBinaryExpression,
  isConditionalExpression,
  isFunctionDeclaration,
  isJsxAttribute,
  isJsxElement,
  isJsxExpression,
  isJsxFragment,
  isJsxSelfClosingElement,
  isJsxText,
  isNoSubstitutionTemplateLiteral,
  isNumericLiteral,
  isPropertyAccessExpression,
  isStringLiteral,
} from "typescript/unstable/ast/is";
import { API, type Checker, type Type, TypeFlags, type UnionType } from "typescript/unstable/sync";

export type Finding = { file: string; line: number; code: string; reason: string };

const root = fileURLToPath(new URL("..", import.meta.url));
const textual = TypeFlags.StringLike | TypeFlags.NumberLike | TypeFlags.BigIntLike;
const empty = TypeFlags.Nullable | TypeFlags.VoidLike | TypeFlags.BooleanLike;

/**
 * A page translator replaces every text node with an element. React keeps its own text node: it can no longer remove it or
 * insert before it, and its updates are not visible. An element's only child is safe, as React then sets the element's
 * text. So text that changes, comes and goes, or follows something that does, has an element of its own. This finds text
 * without one.
 */
export function findBareText(files: string[]): Finding[] {
  const api = new API({ cwd: root });
  try {
    const project = api.updateSnapshot({ openProjects: [`${root}tsconfig.json`] }).getProjects()[0];
    if (!project) throw new Error("No project.");
    return files.flatMap((file) => {
      const source = project.program.getSourceFile(root + file);
      if (!source) throw new Error(`${file} is not part of the project.`);
      return new FileReader(file, source, project.checker).read();
    });
  } finally {
    api.close();
  }
}

type Kind = "space" | "fixed text" | "changing text" | "anything" | "comes and goes" | "element";

class FileReader {
  readonly #findings: Finding[] = [];
  /** Names of what is imported from texts/. */
  readonly #texts: Set<string>;

  constructor(
    private readonly file: string,
    private readonly source: SourceFile,
    private readonly checker: Checker,
  ) {
    const imports = source.text.matchAll(/^import \{([^}]*)\} from "@\/texts\//gm);
    this.#texts = new Set([...imports].flatMap(([, names = ""]) => names.match(/\w+/g) ?? []));
  }

  read() {
    this.#visit(this.source);
    return this.#findings;
  }

  #visit(node: Node) {
    if (isJsxElement(node) || isJsxFragment(node)) {
      const children = node.children.filter(isShown);
      // An only child is safe, and asking for types takes time.
      const isAlone = children.length < 2 && !isJsxFragment(node);
      // Nothing but options stands in a list of choices.
      const isList = isJsxElement(node) && /select/i.test(node.openingElement.tagName.getText(this.source));
      const kinds = isAlone || isList ? [] : children.flatMap((child) => this.#kind(child) ?? []);
      const reason =
        amongSiblings(kinds) ?? (isJsxFragment(node) && !isAttributeValue(node) ? inFragment(kinds) : null);
      if (reason) this.#report(node, reason);
    }
    if (isFunctionDeclaration(node) && /^[A-Z]/.test(node.name?.text ?? "")) {
      const made = this.checker.getSignatureFromDeclaration(node);
      const rendered = made && this.checker.getReturnTypeOfSignature(made);
      const parts = rendered ? this.#parts(rendered) : [];
      const isAnything = parts.some(({ flags }) => !(flags & (textual | empty)));
      if (!isAnything && parts.some(({ flags }) => flags & textual))
        this.#report(node, "a component is nothing but text");
    }
    node.forEachChild((child) => this.#visit(child));
  }

  #report(node: Node, reason: string) {
    const code = this.source.text.slice(node.pos, node.end).trimStart();
    const line = this.source.text.slice(0, node.end - code.length).split("\n").length;
    this.#findings.push({ file: this.file, line, code: code.split("\n", 1)[0] ?? "", reason });
  }

  #kind(child: JsxChild): Kind | null {
    if (isJsxText(child)) return /\S/.test(child.text) ? "fixed text" : null;
    if (isJsxExpression(child)) return child.expression ? this.#kindOf(child.expression) : null;
    if (isJsxFragment(child)) return "element";
    const tag = isJsxSelfClosingElement(child) ? child : child.openingElement;
    const made = this.checker.getResolvedSignature(tag);
    const rendered = made && this.checker.getReturnTypeOfSignature(made);
    // Libraries' components return ReactNode, which may be empty; an icon is always there.
    const parts = rendered ? this.#parts(rendered) : [];
    const has = (flag: number) => parts.some(({ flags }) => flags & flag);
    return has(TypeFlags.Null) && !has(textual) ? "comes and goes" : "element";
  }

  #kindOf(expression: Expression): Kind {
    if (isStringLiteral(expression) || isNoSubstitutionTemplateLiteral(expression))
      return /\S/.test(expression.text) ? "fixed text" : "space";
    if (isNumericLiteral(expression) || this.#isFixedText(expression)) return "fixed text";
    const type = this.checker.getTypeAtLocation(expression);
    if (!type) return "anything";
    const parts = this.#parts(type);
    const has = (flag: number) => parts.some(({ flags }) => flags & flag);
    const isList = parts.some((part) => this.checker.isArrayLikeType(part));
    const others = parts.some(({ flags }) => !(flags & (textual | empty)));
    if (has(TypeFlags.AnyOrUnknown)) return "anything";
    if (has(textual)) {
      // The caller of a component answers for what it passes in.
      if (others && has(empty) && !this.#choosesText(expression)) return "anything";
      return "changing text";
    }
    return has(empty) || isList ? "comes and goes" : "element";
  }

  #isFixedText(expression: Expression): boolean {
    if (!isPropertyAccessExpression(expression)) return false;
    return this.#texts.has(expression.expression.getText(this.source)) || this.#isFixedText(expression.expression);
  }

  #choosesText(expression: Expression) {
    const branches = isConditionalExpression(expression)
      ? [expression.whenTrue, expression.whenFalse]
      : isBinaryExpression(expression)
        ? [expression.right]
        : [];
    return branches.some((branch) => /text$/.test(this.#kindOf(branch)));
  }

  #parts(type: Type): readonly Type[] {
    return type.flags & TypeFlags.Union ? (type as UnionType).getTypes() : [type];
  }
}

function amongSiblings(kinds: Kind[]) {
  const shown = kinds.filter((kind) => kind !== "space");
  if (shown.length < 2) return null;
  if (shown.includes("changing text")) return "text that changes is not alone in its element";
  // React inserts new nodes before the next sibling that is always there.
  const isBefore = (at: number) => {
    const next = shown.slice(at + 1).find((kind) => kind !== "comes and goes");
    return next === "fixed text" || next === "anything";
  };
  return shown.some((kind, at) => kind === "comes and goes" && isBefore(at))
    ? "text stands after something that comes and goes"
    : null;
}

function inFragment(kinds: Kind[]) {
  return kinds.some((kind) => /text$/.test(kind)) ? "a fragment holds text: with it, text would come and go" : null;
}

const isShown = (child: JsxChild) =>
  isJsxText(child) ? /\S/.test(child.text) : !isJsxExpression(child) || child.expression;
const isAttributeValue = (node: Node) => isJsxExpression(node.parent) && isJsxAttribute(node.parent.parent);
