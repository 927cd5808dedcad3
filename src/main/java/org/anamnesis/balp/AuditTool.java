package org.anamnesis.balp;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.parser.IParser;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneOffset;
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
import org.anamnesis.audit.AuditRecord;
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

    private static final int A_PAGE = 1_000;
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
            case "verify" -> verify(rest);
            case "export" -> rest.size() == 1 ? export(Path.of(rest.getFirst())) : USAGE;
            case "purge" -> rest.isEmpty() ? purge() : USAGE;
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
        return parts.length == 2
                && trail().after(place - 1, 1).stream()
                        .anyMatch(row -> row.place() == place && row.hash().equals(parts[1]));
    }

    private int export(Path file) throws IOException {
        AuditTrail trail = trail();
        trail.record(act(Kind.AUDIT_EXPORTED, "as NDJSON"));
        IParser json = FhirContext.forR4Cached().newJsonParser();
        BalpEvents events = new BalpEvents(parties);
        long written = 0;
        try (PrintWriter lines = new PrintWriter(Files.newBufferedWriter(file, StandardCharsets.UTF_8))) {
            List<AuditRecord> page = trail.after(0, A_PAGE);
            while (!page.isEmpty()) {
                page.forEach(row -> lines.print(json.encodeResourceToString(events.of(row)) + "\n"));
                written += page.size();
                if (lines.checkError()) {
                    throw new IOException("the file cannot be written");
                }
                page = trail.after(page.getLast().place(), A_PAGE);
            }
        }
        out.println("written: " + written + " AuditEvents");
        return OK;
    }

    private int purge() throws SQLException {
        Optional<Period> retention =
                Optional.ofNullable(settings.get("retention")).map(Period::parse);
        if (retention.isEmpty()) {
            out.println("nothing removed: ANAMNESIS_AUDIT_RETENTION is not set");
            return USAGE;
        }
        Set<String> holds = new TreeSet<>();
        Arrays.stream(settings.getOrDefault("hold", "").split(","))
                .map(String::strip)
                .filter(hold -> !hold.isEmpty())
                .forEach(holds::add);
        if (trail().check() instanceof TrailCheck.Broken broken) {
            out.println("nothing removed: BROKEN at " + broken.place() + ": " + broken.why());
            return BROKEN;
        }
        Instant now = clock.instant();
        Instant before = now.atOffset(ZoneOffset.UTC).minus(retention.get()).toInstant();
        trail().record(act(Kind.AUDIT_PURGED, "what is older than " + before + ", holds " + holds.size()));
        long removed = new TrailPurge(database, keys).before(before, holds, now);
        out.println("removed: " + removed + " records older than " + before);
        return OK;
    }

    private static AuditEvent act(Kind kind, String detail) {
        return new AuditEvent(kind, "", Optional.empty(), ACTOR, detail).with(Outcome.DONE);
    }

    private AuditTrail trail() {
        return new AuditTrail(database, keys, clock);
    }
}
