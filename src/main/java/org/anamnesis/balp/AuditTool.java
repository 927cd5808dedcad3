package org.anamnesis.balp;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import javax.sql.DataSource;
import org.anamnesis.audit.AuditEvent;
import org.anamnesis.audit.AuditEvent.Kind;
import org.anamnesis.audit.AuditEvent.Outcome;
import org.anamnesis.audit.AuditTrail;
import org.anamnesis.audit.TrailCheck;
import org.anamnesis.audit.TrailKeys;
import org.anamnesis.audit.TrailPurge;

/** {@code deploy/audit}: verifies the trail, writes it out as NDJSON, removes what need not be kept. */
public final class AuditTool {

    /** Everything is in order. */
    static final int OK = 0;
    /** The trail was altered. */
    static final int BROKEN = 1;
    /** The command was not understood. */
    static final int USAGE = 2;

    /** As readiness shows it. */
    private static final String END = "[0-9]{1,18}:[0-9a-f]{64}";

    private static final String ACTOR = "deploy-audit";

    private final DataSource database;
    private final TrailKeys keys;
    private final Clock clock;
    private final Parties parties;
    private final Map<String, String> settings;
    private final PrintStream out;

    /**
     * A tool over one database.
     *
     * @param settings {@code retention} as a period (P6Y), {@code hold} as patients {@code ehr/id} or {@code *}
     */
    public AuditTool(
            DataSource database,
            TrailKeys keys,
            Clock clock,
            Parties parties,
            Map<String, String> settings,
            PrintStream out) {
        this.database = database;
        this.keys = keys;
        this.clock = clock;
        this.parties = parties;
        this.settings = Map.copyOf(settings);
        this.out = out;
    }

    /** Runs one command and gives the exit code. */
    public int run(List<String> arguments) throws IOException, SQLException {
        String command = arguments.isEmpty() ? "" : arguments.getFirst();
        List<String> rest = arguments.subList(Math.min(1, arguments.size()), arguments.size());
        return switch (command) {
            case "verify" -> rest.stream().allMatch(end -> end.matches(END)) ? verify(rest) : USAGE;
            case "export" -> rest.size() == 1 ? export(Path.of(rest.getFirst())) : USAGE;
            case "purge" -> rest.isEmpty() || rest.equals(List.of("--unsent")) ? purge(!rest.isEmpty()) : USAGE;
            default -> USAGE;
        };
    }

    /** With {@code PLACE:HASH} of an earlier time: that row must still be there as it was, or the end was cut off. */
    private int verify(List<String> seen) {
        switch (trail().check()) {
            case TrailCheck.Broken broken -> {
                out.println("BROKEN at " + broken.place() + ": " + broken.why());
                return BROKEN;
            }
            case TrailCheck.Intact intact -> {
                for (String end : seen) {
                    if (!isStillThere(end, intact)) {
                        out.println("BROKEN: the trail no longer has " + end);
                        return BROKEN;
                    }
                }
                out.println("intact: " + intact.rows() + " records after " + intact.from() + ", end " + intact.end()
                        + ":" + intact.hash()
                        + (intact.unkeyed() > 0 ? ", " + intact.unkeyed() + " of them without a key" : ""));
                return OK;
            }
        }
    }

    private boolean isStillThere(String end, TrailCheck.Intact intact) {
        String[] parts = end.split(":", 2);
        long place = Long.parseLong(parts[0]);
        if (place <= intact.from()) {
            return true;
        }
        return trail().after(place - 1, 1).stream()
                .anyMatch(row -> row.place() == place && row.hash().equals(parts[1]));
    }

    private int export(Path file) throws IOException {
        if (Files.exists(file)) {
            out.println("nothing written: the file is there already");
            return USAGE;
        }
        AuditTrail trail = trail();
        AuditTrail.Begun begun = trail.begin(act(Kind.AUDIT_EXPORTED, "as NDJSON"));
        try {
            long written = new TrailExport(trail, parties).to(file, begun.place());
            trail.ended(begun, Outcome.DONE, written + " records, to " + begun.place());
            out.println("written: " + written + " AuditEvents");
            return OK;
        } catch (IOException | RuntimeException e) {
            trail.ended(begun, Outcome.FAILED, "not written");
            throw e;
        }
    }

    private int purge(boolean unsent) throws SQLException {
        Set<String> holds = new TreeSet<>();
        Arrays.stream(settings.getOrDefault("hold", "").split(","))
                .map(String::strip)
                .filter(hold -> !hold.isEmpty())
                .forEach(holds::add);
        Optional<Period> retention = retention();
        if (retention.isEmpty()) {
            out.println("nothing removed: ANAMNESIS_AUDIT_RETENTION is no period of a day or more (P6Y)");
            return USAGE;
        }
        if (!holds.stream().allMatch(TrailPurge::isHold)) {
            out.println("nothing removed: ANAMNESIS_AUDIT_LEGAL_HOLD has something besides ehr/id and *");
            return USAGE;
        }
        if (trail().check() instanceof TrailCheck.Broken broken) {
            out.println("nothing removed: BROKEN at " + broken.place() + ": " + broken.why());
            return BROKEN;
        }
        Instant now = clock.instant();
        Instant before = now.atOffset(ZoneOffset.UTC).minus(retention.get()).toInstant();
        AuditTrail.Begun begun = trail().begin(act(
                Kind.AUDIT_PURGED,
                "what is older than " + before + ", holds " + holds.size() + (unsent ? ", the unsent too" : "")));
        TrailPurge.Purged removed = new TrailPurge(database, keys).before(before, holds, unsent, now);
        trail().ended(begun, Outcome.DONE, removed.rows() + " records");
        out.println("removed: " + removed.rows() + " records older than " + before);
        if (removed.owed() > 0) {
            out.println("kept: " + removed.owed() + " more, which the audit repository does not have yet");
        }
        return OK;
    }

    private Optional<Period> retention() {
        try {
            return Optional.ofNullable(settings.get("retention"))
                    .map(Period::parse)
                    .filter(period -> !period.isNegative() && !period.isZero());
        } catch (DateTimeParseException wrong) {
            return Optional.empty();
        }
    }

    private static AuditEvent act(Kind kind, String detail) {
        return new AuditEvent(kind, "", Optional.empty(), ACTOR, detail);
    }

    private AuditTrail trail() {
        return new AuditTrail(database, keys, clock);
    }
}
