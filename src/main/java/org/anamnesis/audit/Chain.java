package org.anamnesis.audit;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/** What ties the rows of the trail together: the hash of a row over its fields and the row before, and the seal of an end. */
final class Chain {

    /** What stands before the first row. */
    static final String START = "0".repeat(64);

    private final TrailKeys keys;

    Chain(TrailKeys keys) {
        this.keys = keys;
    }

    /** The row with its hash by the current key. */
    AuditRecord close(AuditRecord row) {
        return row.hashed(hash(row).orElseThrow());
    }

    /** Whether a row is as it was written and follows the hash before it. */
    boolean holds(AuditRecord row, String previous) {
        return row.previousHash().equals(previous)
                && hash(row).filter(hash -> same(hash, row.hash())).isPresent();
    }

    /** The seal of an end of the trail: of its head, or of a checkpoint. */
    Optional<String> seal(String key, String what, long place, String hash) {
        return keys.hash(key, fields(List.of("end", what, String.valueOf(place), hash)));
    }

    /** Whether the seal of an end is ours. */
    boolean isSealed(TrailEnd end, String what) {
        return end.key()
                .flatMap(key -> seal(key, what, end.place(), end.hash()))
                .flatMap(seal -> end.seal().filter(kept -> same(seal, kept)))
                .isPresent();
    }

    String currentKey() {
        return keys.current();
    }

    private Optional<String> hash(AuditRecord row) {
        return row.key().isEmpty()
                ? unkeyed(row)
                : keys.hash(
                        row.key().get(),
                        fields(List.of(
                                row.previousHash(),
                                String.valueOf(row.place()),
                                String.valueOf(row.at().toEpochMilli()),
                                row.kind(),
                                row.ehr(),
                                row.patient().orElse(""),
                                row.client(),
                                row.actor(),
                                row.detail(),
                                row.query().orElse(""),
                                row.outcome().orElse(""),
                                row.begun().isPresent()
                                        ? String.valueOf(row.begun().getAsLong())
                                        : "",
                                row.origin().request().orElse(""),
                                row.origin().address().orElse(""))));
    }

    /** Rows from before the trail was keyed; columns of later have nothing in them, for their hash would not show it. */
    private static Optional<String> unkeyed(AuditRecord row) {
        boolean isOld = row.client().isEmpty()
                && row.query().isEmpty()
                && row.outcome().isEmpty()
                && row.begun().isEmpty()
                && row.origin().equals(CallOrigin.NONE);
        return isOld ? Optional.of(unkeyedHash(row)) : Optional.empty();
    }

    private static String unkeyedHash(AuditRecord row) {
        String fields = String.join(
                "\u001f",
                row.previousHash(),
                String.valueOf(row.place()),
                String.valueOf(row.at().toEpochMilli()),
                row.kind(),
                row.ehr(),
                row.patient().orElse(""),
                row.actor(),
                row.detail());
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(fields.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** Each field with its length before it, so that no text can slip from one into the next. */
    private static byte[] fields(List<String> fields) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            for (String field : fields) {
                byte[] text = field.getBytes(StandardCharsets.UTF_8);
                out.writeInt(text.length);
                out.write(text);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static boolean same(String one, String other) {
        return MessageDigest.isEqual(one.getBytes(StandardCharsets.US_ASCII), other.getBytes(StandardCharsets.UTF_8));
    }
}
