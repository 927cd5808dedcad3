import { Paper, Skeleton } from '@mantine/core';

const LINES = ['92%', '78%', '85%', '64%', '88%', '71%', '80%', '58%'];

/** The shape of coverage and summary while they are made; says nothing to a screen reader. */
export function SummarySkeleton() {
  return (
    <div className="page-main" aria-hidden="true">
      <Skeleton height={18} width="45%" />
      <Paper className="card">
        <Skeleton height={16} width="30%" mb="md" />
        <Skeleton height={72} />
      </Paper>
      <Paper className="card">
        <Skeleton height={16} width="24%" mb="lg" />
        {LINES.map((width) => (
          <Skeleton key={width} height={12} width={width} mb="md" />
        ))}
      </Paper>
    </div>
  );
}
