package org.anamnesis.benchmark;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.anamnesis.audit.AuditEvent;
import org.anamnesis.audit.AuditEvent.Kind;
import org.anamnesis.audit.AuditTrail;
import org.anamnesis.audit.TrailCheck;
import org.anamnesis.audit.TrailDatabase;
import org.anamnesis.audit.TrailKeys;
import org.anamnesis.store.Schema;
import org.h2.jdbcx.JdbcConnectionPool;
import org.postgresql.ds.PGSimpleDataSource;

/** What recording costs an act, committed to the disk: alone, with the queries of a chart, many at once, on several nodes. */
public final class AuditCost {

    private static final int ACTS = 400;
    private static final int AT_ONCE = 16;
    private static final int A_CHART = 17;

    private AuditCost() {}

    /** Argument: a directory for the databases. */
    public static void main(String[] arguments) throws Exception {
        Path scratch = Files.createDirectories(Path.of(arguments[0]).toAbsolutePath());
        System.out.println("audit: milliseconds until an act may go on, median / 95th percentile; acts a second");
        JdbcConnectionPool h2 = JdbcConnectionPool.create(
                "jdbc:h2:file:" + Files.createTempDirectory(scratch, "h2").resolve("trail") + ";DB_CLOSE_ON_EXIT=FALSE",
                "a",
                "b");
        h2.setMaxConnections(40);
        of("H2, a file", h2);
        h2.dispose();
        try (EmbeddedPostgres postgres = EmbeddedPostgres.builder()
                .setDataDirectory(Files.createTempDirectory(scratch, "postgres"))
                .start()) {
            of("PostgreSQL", pooled(postgres));
        }
    }

    /** PostgreSQL's driver has no pool; the server's has, so connections are kept here too. */
    private static DataSource pooled(EmbeddedPostgres postgres) throws IOException {
        PGSimpleDataSource plain = new PGSimpleDataSource();
        plain.setUrl(postgres.getJdbcUrl("postgres", "postgres"));
        return new KeptConnections(plain);
    }

    private static void of(String name, DataSource database) throws Exception {
        Schema.migrate(database);
        TrailKeys keys = TrailDatabase.keys("one");
        AuditTrail trail = new AuditTrail(database, keys, Clock.systemUTC());
        List<AuditEvent> one = List.of(event());
        List<AuditEvent> chart = Collections.nCopies(A_CHART, event());
        run(List.of(trail), one, 1);
        print(name, "one act alone", run(List.of(trail), one, 1));
        print(name, "what a chart read leaves (" + A_CHART + " records)", run(List.of(trail), chart, 1));
        print(name, AT_ONCE + " acts at once on one node", run(List.of(trail), one, AT_ONCE));
        List<AuditTrail> nodes = IntStream.range(0, 4)
                .mapToObj(i -> new AuditTrail(database, keys, Clock.systemUTC()))
                .toList();
        print(name, AT_ONCE + " acts at once on four nodes", run(nodes, one, AT_ONCE));
        long before = System.nanoTime();
        TrailCheck check = trail.check();
        double seconds = (System.nanoTime() - before) / 1e9;
        long rows = check instanceof TrailCheck.Intact intact ? intact.rows() : -1;
        System.out.printf(
                Locale.ROOT,
                "  %s, verifying: %,.0f records a second (%d, %s)%n",
                name,
                rows / seconds,
                rows,
                check.getClass().getSimpleName());
    }

    private static AuditEvent event() {
        return new AuditEvent(Kind.CHART_READ, "ward", Optional.of("p1"), "client user", "summary, chart from the EHR");
    }

    private record Times(double[] millis, double seconds) {}

    private static Times run(List<AuditTrail> nodes, List<AuditEvent> act, int atOnce) throws Exception {
        double[] millis = new double[ACTS];
        long begin = System.nanoTime();
        try (ExecutorService threads = Executors.newFixedThreadPool(atOnce)) {
            List<? extends Future<?>> all = IntStream.range(0, ACTS)
                    .mapToObj(i -> threads.submit(() -> {
                        long before = System.nanoTime();
                        nodes.get(i % nodes.size()).recordAll(act);
                        millis[i] = (System.nanoTime() - before) / 1e6;
                    }))
                    .toList();
            for (Future<?> each : all) {
                each.get();
            }
        }
        return new Times(millis, (System.nanoTime() - begin) / 1e9);
    }

    private static void print(String database, String what, Times times) {
        double[] sorted = times.millis().clone();
        Arrays.sort(sorted);
        System.out.printf(
                Locale.ROOT,
                "  %s, %s: %.2f / %.2f ms, %.0f/s%n",
                database,
                what,
                sorted[ACTS / 2],
                sorted[ACTS * 95 / 100],
                ACTS / times.seconds());
    }
}
