package org.anamnesis.audit;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import javax.crypto.spec.SecretKeySpec;
import javax.sql.DataSource;
import org.anamnesis.store.Schema;
import org.h2.jdbcx.JdbcConnectionPool;

/** The product's schema in a database of its own, in memory, with a trail over it. */
public final class TrailDatabase implements AutoCloseable {

    static final Instant NOON = Instant.parse("2025-03-04T12:00:00Z");

    private final JdbcConnectionPool pool;

    /** An empty trail. */
    public TrailDatabase() {
        pool = JdbcConnectionPool.create(
                "jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1", "anamnesis", "embedded");
        pool.setMaxConnections(40);
        Schema.migrate(pool);
    }

    /** Its connections. */
    public DataSource source() {
        return pool;
    }

    /** Keys by their names; the same name is the same key. */
    public static TrailKeys keys(String... names) {
        Map<String, javax.crypto.SecretKey> keys = new LinkedHashMap<>();
        for (String name : names) {
            keys.put(
                    name,
                    new SecretKeySpec(
                            ("key of 32 bytes.................." + name).getBytes(StandardCharsets.UTF_8), "AES"));
        }
        return TrailKeys.of(keys);
    }

    /** A trail whose clock stands at noon. */
    public AuditTrail trail() {
        return trail(NOON, keys("one"));
    }

    AuditTrail trail(Instant now, TrailKeys keys) {
        return new AuditTrail(pool, keys, Clock.fixed(now, ZoneOffset.UTC));
    }

    /** Runs SQL as somebody with the database's password would. */
    int run(String sql) throws SQLException {
        try (Connection connection = pool.getConnection();
                Statement statement = connection.createStatement()) {
            return statement.executeUpdate(sql);
        }
    }

    @Override
    public void close() {
        pool.dispose();
    }
}
