package org.anamnesis.grounding;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Reads the tokens of one clause as what is to be looked for. */
final class SoughtReader {

    private static final Set<String> DENIALS =
            Set.of("no", "not", "never", "without", "denies", "denied", "nil", "nor", "neither");
    private static final Set<String> ENDS = Set.of(
            "until",
            "till",
            "to",
            "discharged",
            "discharge",
            "ended",
            "left",
            "through",
            "resolved",
            "stopped",
            "died");
    private static final Set<String> STARTS =
            Set.of("from", "since", "began", "started", "admitted", "admission", "onset", "starting", "arrived");

    private static final Set<String> HAPPENINGS = Set.of(
            "ordered",
            "prescribed",
            "given",
            "administered",
            "performed",
            "started",
            "diagnosed",
            "recorded",
            "documented",
            "received",
            "admitted",
            "taken",
            "charted");

    private SoughtReader() {}

    /** The clause read as if it denied nothing: "without aura" is part of a name. */
    static Sought plainly(List<Token> clause) {
        return read(clause, false);
    }

    /** The clause with what it denies. */
    static Sought read(List<Token> clause) {
        return read(clause, true);
    }

    private static Sought read(List<Token> clause, boolean mayDeny) {
        List<Want> wants = new ArrayList<>();
        Set<String> words = new HashSet<>();
        Want.Role role = Want.Role.ANY;
        boolean denied = false;
        boolean named = false;
        for (int i = 0; i < clause.size(); i++) {
            switch (clause.get(i)) {
                case Token.Word word -> {
                    String written = word.text();
                    words.add(written);
                    role = STARTS.contains(written) ? Want.Role.START : ENDS.contains(written) ? Want.Role.END : role;
                    boolean denial = mayDeny && DENIALS.contains(written) && (!named || isBeforeAFrame(clause, i));
                    denied |= denial;
                    if (!denial && !isPassedOver(written)) {
                        wants.add(new Want.Term(Vocabulary.normal(written), written));
                        named = true;
                    }
                }
                case Token.Number number -> wants.add(new Want.Figure(number));
                case Token.Day day -> {
                    wants.add(new Want.When(day, role));
                    role = Want.Role.ANY;
                }
                case Token.Clock clock -> wants.add(new Want.At(clock));
                case Token.Pause ignored -> {}
                case Token.Stop ignored -> {}
            }
        }
        return new Sought(wants, Frames.kinds(words), Frames.speaksOfOrders(words), denied);
    }

    private static boolean isBeforeAFrame(List<Token> clause, int place) {
        return place + 1 < clause.size()
                && clause.get(place + 1) instanceof Token.Word next
                && HAPPENINGS.contains(next.text());
    }

    static boolean isDenial(String written) {
        return DENIALS.contains(written);
    }

    /** Whether a word is not looked for. */
    static boolean isPassedOver(String written) {
        return Vocabulary.isNeutral(written) && !Vocabulary.NEGATIONS.contains(written) || Frames.isScenery(written);
    }
}
