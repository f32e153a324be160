import {
  Clapperboard,
  Cpu,
  GraduationCap,
  HandHeart,
  type LucideIcon,
  Mountain,
  Music,
  Palette,
  Sparkles,
  UtensilsCrossed,
} from "lucide-react";
import type { Category } from "@/lib/events/categories";

const icons: Record<Category, LucideIcon> = {
  music: Music,
  tech: Cpu,
  food: UtensilsCrossed,
  arts: Palette,
  film: Clapperboard,
  sport: Mountain,
  learning: GraduationCap,
  community: HandHeart,
};

export function CategoryIcon({ category, className }: { category: string; className?: string }) {
  const Icon = Object.hasOwn(icons, category) ? icons[category as Category] : Sparkles;
  return <Icon aria-hidden="true" className={className} />;
}
