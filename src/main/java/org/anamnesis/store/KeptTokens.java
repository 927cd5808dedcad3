package org.anamnesis.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import javax.sql.DataSource;

/** The tokens of one open chart, where every node sees them. */
public final class KeptTokens {

    private final DataSource database;
    private final Seal seal;
    private final LaunchKey key;

    KeptTokens(DataSource database, Seal seal, LaunchKey key) {
        this.database = database;
        this.seal = seal;
        this.key = key;
    }

    /** Tokens of a version. */
    public record Versioned(String tokens, long version) {

        /** Without the tokens. */
        @Override
        public String toString() {
            return "Versioned[" + version + "]";
        }
    }

    /** The tokens; empty once the chart was closed, or they were taken away, on whichever node. */
    public Optional<Versioned> read() {
        return OwnTransaction.in(database, connection -> read(connection, ""));
    }

    /** Takes them away and gives them, to one of those who ask. */
    public Optional<Versioned> take() {
        return OwnTransaction.in(database, connection -> {
            Optional<Versioned> taken = read(connection, " for update");
            try (PreparedStatement update = connection.prepareStatement(
                    "update web_launch set sealed_tokens = null where id = ? and session = ?")) {
                update.setString(1, key.launch());
                update.setString(2, key.session());
                update.executeUpdate();
            }
            return taken;
        });
    }

    private Optional<Versioned> read(Connection connection, String lock) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("select sealed_tokens, version from web_launch"
                + " where id = ? and session = ? and sealed_tokens is not null" + lock)) {
            select.setString(1, key.launch());
            select.setString(2, key.session());
            try (ResultSet found = select.executeQuery()) {
                return found.next()
                        ? Optional.of(new Versioned(seal.open(found.getString(1), key.ofTokens()), found.getLong(2)))
                        : Optional.empty();
            }
        }
    }

    /** Puts others in their place; false where they are of that version no more. */
    public boolean replace(long before, Versioned after) {
        return OwnTransaction.in(database, connection -> {
            try (PreparedStatement update = connection.prepareStatement("update web_launch"
                    + " set sealed_tokens = ?, version = ? where id = ? and session = ? and version = ?"
                    + " and sealed_tokens is not null")) {
                update.setString(1, seal.close(after.tokens(), key.ofTokens()));
                update.setLong(2, after.version());
                update.setString(3, key.launch());
                update.setString(4, key.session());
                update.setLong(5, before);
                return update.executeUpdate() == 1;
            }
        });
    }
}
