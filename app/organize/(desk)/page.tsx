import { Container } from "@/components/ui/container";
import { PageHeader } from "@/components/ui/page-header";

export default function OverviewPage() {
  return (
    <Container width="wide">
      <PageHeader title="My events" />
    </Container>
  );
}
