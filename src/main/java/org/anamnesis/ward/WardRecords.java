package org.anamnesis.ward;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.anamnesis.audit.AuditEvent;
import org.anamnesis.audit.AuditEvent.Outcome;
import org.anamnesis.audit.AuditTrail;
import org.anamnesis.fetch.RosterOutcome;
import org.anamnesis.ward.WardReadings.Member;
import org.jspecify.annotations.Nullable;

/** What came of the readings of a ward, for the audit trail. */
final class WardRecords {

    private WardRecords() {}

    /** What came of each patient who was to be read, one record each. */
    static List<AuditEvent> read(List<AuditTrail.Begun> begun, Map<String, Member> members) {
        List<AuditEvent> ends = new ArrayList<>();
        for (AuditTrail.Begun one : begun) {
            Member member = members.get(one.event().patient().orElse(""));
            ends.add(ended(one, member));
        }
        return ends;
    }

    /** What came of one patient. */
    static AuditEvent ended(AuditTrail.Begun begun, @Nullable Member member) {
        if (member == null) {
            return begun.ended(Outcome.FAILED, "not tried");
        }
        return switch (member) {
            case Member.Got got ->
                got.notRefreshed()
                        .map(why -> begun.ended(Outcome.FAILED, "an older reading stands: " + why))
                        .orElseGet(() -> begun.ended(Outcome.DONE, coverage(got.reading())));
            case Member.Not not ->
                switch (not.why().why()) {
                    case NOT_PERMITTED -> begun.ended(Outcome.REFUSED, "by the EHR");
                    case UNKNOWN, FAILED, NOT_ASKED ->
                        begun.ended(
                                Outcome.FAILED,
                                not.why().why().code()
                                        + not.why()
                                                .detail()
                                                .map(detail -> ", " + detail)
                                                .orElse(""));
                };
        };
    }

    private static String coverage(Reading reading) {
        return reading.chart().coverage().isComplete() ? "complete" : "incomplete";
    }

    /** The whole of a list. */
    static String listed(WardList list) {
        boolean whole = list.isComplete();
        return "listed " + list.entries().size() + ", not read "
                + list.notRead().size() + (whole ? ", complete" : ", incomplete");
    }

    /** Reads who is on a ward, and records what came of it. */
    static RosterOutcome roster(AuditTrail trail, AuditTrail.Begun begun, Supplier<RosterOutcome> read) {
        RosterOutcome came = ended(trail, begun, read);
        switch (came) {
            case RosterOutcome.Read one ->
                trail.ended(begun, Outcome.DONE, one.roster().patients().size() + " patients");
            case RosterOutcome.Unknown ignored -> trail.ended(begun, Outcome.FAILED, "unknown ward");
            case RosterOutcome.NotPermitted ignored -> trail.ended(begun, Outcome.REFUSED, "by the EHR");
            case RosterOutcome.EhrUnavailable unavailable -> trail.ended(begun, Outcome.FAILED, unavailable.reason());
        }
        return came;
    }

    /** Reads which wards a patient is on, and records that it was read. */
    static <T> List<T> wards(AuditTrail trail, AuditTrail.Begun begun, Supplier<List<T>> read) {
        List<T> wards = ended(trail, begun, read);
        trail.ended(begun, Outcome.DONE, wards.size() + " wards");
        return wards;
    }

    private static <T> T ended(AuditTrail trail, AuditTrail.Begun begun, Supplier<T> read) {
        try {
            return read.get();
        } catch (RuntimeException broken) {
            trail.ended(begun, Outcome.FAILED, "internal-error");
            throw broken;
        }
    }
}
