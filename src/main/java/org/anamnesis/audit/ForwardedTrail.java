package org.anamnesis.audit;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.OptionalLong;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** How far the trail has been sent elsewhere. */
@ApplicationScoped
@Transactional(Transactional.TxType.NOT_SUPPORTED)
public class ForwardedTrail {

    @Resource(lookup = "java:jboss/datasources/Anamnesis")
    private @Nullable DataSource database;

    /** For the container. */
    public ForwardedTrail() {}

    /** Over a database, without a container. */
    public ForwardedTrail(DataSource database) {
        this.database = database;
    }

    /** The next rows that were not sent yet. */
    public List<AuditRecord> next(int most) {
        try (Connection connection = Objects.requireNonNull(database).getConnection();
                PreparedStatement select =
                        connection.prepareStatement("select place from audit_forwarded where only_row = 1");
                ResultSet found = select.executeQuery()) {
            long sent = found.next() ? found.getLong(1) : 0;
            return new TrailTable(connection).after(sent, most);
        } catch (SQLException e) {
            throw new AuditUnavailable(e);
        }
    }

    /** Notes that the trail is promised to a repository: from now on nothing is purged before it is there. */
    public void promise() {
        try (Connection connection = Objects.requireNonNull(database).getConnection();
                PreparedStatement update =
                        connection.prepareStatement("update audit_forwarded set owed = true where only_row = 1")) {
            update.executeUpdate();
        } catch (SQLException e) {
            throw new AuditUnavailable(e);
        }
    }

    /** The place up to which rows are there; empty where nobody was promised any. */
    public OptionalLong standing() {
        try (Connection connection = Objects.requireNonNull(database).getConnection()) {
            return standing(connection);
        } catch (SQLException e) {
            throw new AuditUnavailable(e);
        }
    }

    private static OptionalLong standing(Connection connection) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(
                        "select place from audit_forwarded where only_row = 1 and owed = true");
                ResultSet found = select.executeQuery()) {
            return found.next() ? OptionalLong.of(found.getLong(1)) : OptionalLong.empty();
        }
    }

    /** The place up to which nobody waits for rows any more. */
    static long free(Connection connection) throws SQLException {
        return standing(connection).orElse(Long.MAX_VALUE);
    }

    /** Notes that everything up to a place was taken. */
    public void sent(long place) {
        try (Connection connection = Objects.requireNonNull(database).getConnection();
                PreparedStatement update = connection.prepareStatement(
                        "update audit_forwarded set place = ? where only_row = 1 and place < ?")) {
            update.setLong(1, place);
            update.setLong(2, place);
            update.executeUpdate();
        } catch (SQLException e) {
            throw new AuditUnavailable(e);
        }
    }
}
