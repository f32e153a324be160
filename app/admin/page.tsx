import { Container } from "@/components/ui/container";
import { PageHeader } from "@/components/ui/page-header";

export default function AdminPage() {
  return (
    <Container width="wide">
      <PageHeader title="Overview" />
    </Container>
  );
}
