package org.anamnesis.deidentification;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.anamnesis.deidentification.Vocabulary.Standing;

/** What stands beside a run of capitalised words, and what that makes of it. */
final class NameContext {

    private static final int LOOK = 60;

    /** "Dr. van der Berg": small words between a title and a name are of the name. */
    private static final String PARTICLES =
            "(?:(?:van|von|der|den|de|del|della|di|da|dos|du|la|le|ter|ten|zu|bin|ibn|al|el)\\s){0,3}";

    private static final Pattern TITLE = Pattern.compile("(?iu)(?:^|[^\\p{L}])(?:"
            + WordFile.alternatives(Vocabulary.cues("title")) + ")[.:]?\\s{1,2}" + PARTICLES + "$");
    private static final Pattern LABEL =
            Pattern.compile("(?iu)(?:^|[^\\p{L}])(?:" + WordFile.alternatives(Vocabulary.cues("label"))
                    + ")(?:\\s*\\([^)]{1,20}\\))?\\s{0,3}(?:[:=#]|\\s-)\\s{0,4}$");
    private static final Pattern LABEL_WITHOUT_COLON = Pattern.compile(
            "(?:^|\\n|[.;]\\s)\\s*(?i:" + WordFile.alternatives(Vocabulary.cues("label")) + ")\\s{1,3}$|"
                    + "(?i:signed|dictated|transcribed|authenticated|cosigned|attested|reviewed|prepared|performed|written|typed|examined|interviewed|seen|accompanied|evaluated|referred|followed|supervised|assisted|read|reported|ordered|verified|entered) by\\s{1,2}$|"
                    + "(?i:name is|names is|name's|called|named|known as|nicknamed|alias|aka|a\\.k\\.a\\.|last name|first name|surname|maiden name is|attending|this is|i am|i'm|dear|hello|hi|hey|regards|sincerely),?\\s{1,3}$");
    /** What a name follows without a colon, whatever words it is made of. */
    private static final Pattern TOLD = Pattern.compile(
            "(?:^|\\n)\\s*(?i:(?:patient|pt|full)? ?name)\\s{1,3}$|(?i:(?:signed|dictated|transcribed|authenticated|cosigned|attested) by)\\s{1,2}$");

    private static final Pattern NAMING = Pattern.compile(
            "(?i)(?:name is|name's|named|known as|nicknamed|alias|signed by|dictated by|surname)\\s{1,2}$");
    private static final Pattern RELATION = Pattern.compile("(?iu)(?:^|[^\\p{L}])(?:"
            + WordFile.alternatives(Vocabulary.cues("relation")) + ")(?:'s name| named| name| is)?[,:(]?\\s{0,2}\\(?$");
    private static final Pattern VERB =
            Pattern.compile("(?iu)(?:^|[^\\p{L}'])(?:" + WordFile.alternatives(Vocabulary.cues("verb")) + ")\\s$");
    private static final Pattern PERSON_VERB = Pattern.compile(
            "(?iu)(?:^|[^\\p{L}])(?:call(?:ed)?|contact(?:ed)?|notif(?:y|ied)|page[d]?|told|ask(?:ed)?|met|met with|spoke (?:to|with)|spoken (?:to|with)|discuss(?:ed)? with|meet|discussed with|talked (?:to|with)|thank(?:s)?|introduc(?:e|ing)|invit(?:e|ing|ed)|remember me,|leave me|according to|care of|brought (?:in )?by|lives with)\\s$");

    private static final Pattern CREDENTIAL = Pattern.compile("^\\s?,?\\s?(?:"
            + WordFile.alternatives(Vocabulary.cues("credential"))
                    .toUpperCase(Locale.ROOT)
                    .replace("\\S", "\\s") + "|Ph\\.?D|PharmD|PsyD|Jr|Sr|Esq)\\b");
    private static final Pattern RELATION_BEHIND =
            Pattern.compile("(?iu)^\\s?[,(]\\s?(?:(?:his|her|the|their|pt's|patient's)\\s)?(?:\\p{L}+ )?(?:"
                    + WordFile.alternatives(Vocabulary.cues("relation")) + ")\\b");
    private static final Pattern RECORD_BEHIND = Pattern.compile(
            "(?i)^[\\s,(]{1,4}(?:mrn|dob|d\\.o\\.b|ssn|is an? \\d+|is a \\w+-year|aged? \\d|\\d+[- ]?(?:y/?o|year))");
    private static final Pattern SAYING =
            Pattern.compile("(?iu)^(?:'s)?,?\\s(?:" + WordFile.alternatives(Vocabulary.cues("saying")) + ")\\b");
    private static final Pattern NEXT_WORD =
            Pattern.compile("^(?:['’]s)?[\\s-]{1,2}(\\p{L}+)(?:[\\s-]{1,2}(\\p{L}+))?");
    private static final Pattern DOSE_BEHIND = Pattern.compile(
            "(?i)^\\s?(?:\\d|hfa|xr|er|sr|cr|tab|cap|inhaler|drops|patch|cream|pen|injection|infusion|therapy|dose)");

    private final String before;
    private final String after;
    private final NameRun run;
    private final boolean clinical;

    NameContext(String text, NameRun run, boolean clinical) {
        this.before = text.substring(Math.max(0, run.start() - LOOK), run.start());
        this.after = text.substring(run.end(), Math.min(text.length(), run.end() + LOOK));
        this.run = run;
        this.clinical = clinical;
    }

    boolean isName() {
        if (isLabelled()) {
            return true;
        }
        if (isEponym()) {
            return false;
        }
        boolean certain = run.hasName();
        if (CREDENTIAL.matcher(after).find()
                || RELATION_BEHIND.matcher(after).find()
                || RECORD_BEHIND.matcher(after).find()) {
            return certain || run.hasUnknown() || run.size() > 1;
        }
        if (RELATION.matcher(before).find() || PERSON_VERB.matcher(before).find()) {
            return certain || run.hasUnknown() || run.size() > 1;
        }
        return run.size() > 1 ? isNameOfSeveral() : isNameOfOne();
    }

    /** A title or a label before it leaves no doubt: there even "Graves" is somebody. */
    boolean isLabelled() {
        return TITLE.matcher(before).find()
                || LABEL.matcher(before).find()
                || TOLD.matcher(before).find()
                || (LABEL_WITHOUT_COLON.matcher(before).find()
                        && (run.hasName()
                                || run.hasUnknown()
                                || run.size() > 1
                                || NAMING.matcher(before).find()));
    }

    /** The name of a disease, a sign, a score or a device. */
    boolean isEponym() {
        if (TITLE.matcher(before).find()) {
            return false;
        }
        Matcher next = NEXT_WORD.matcher(after);
        boolean noun = next.find()
                && (Vocabulary.isEponymNoun(next.group(1))
                        || (next.group(2) != null && Vocabulary.isEponymNoun(next.group(2)) && run.isAllEponyms()));
        boolean known = run.size() == 1 || run.isAllEponyms();
        return known && noun;
    }

    /** Whether a title or a label stands before a place of a text. */
    static boolean isToldBefore(String text, int at) {
        String before = text.substring(Math.max(0, at - LOOK), at);
        return TITLE.matcher(before).find()
                || LABEL.matcher(before).find()
                || TOLD.matcher(before).find();
    }

    boolean beginsSentence() {
        return before.isBlank()
                || before.matches("(?s).*(?:[.!?\"“(]\\s+|[\\n•*-]\\s*)$")
                || (clinical && before.matches("(?s).*:\\s*$"));
    }

    private boolean isNameOfSeveral() {
        boolean given = run.words().stream()
                .anyMatch(word -> Vocabulary.isGiven(word.text()) && word.standing() != Standing.WORD);
        if (run.hasName()) {
            return !DOSE_BEHIND.matcher(after).find() || given;
        }
        if (given
                && run.words().stream()
                        .allMatch(word -> Vocabulary.isSurname(word.text())
                                || Vocabulary.isGiven(word.text())
                                || word.isInitial())) {
            return !beginsSentence() || SAYING.matcher(after).find();
        }
        return run.hasUnknown()
                && (!clinical || SAYING.matcher(after).find())
                && !DOSE_BEHIND.matcher(after).find();
    }

    private boolean isNameOfOne() {
        NameWord word =
                run.words().stream().filter(one -> !one.isInitial()).findFirst().orElseThrow();
        boolean initial = run.words().size() > 1;
        if (word.isName()) {
            return Vocabulary.isGiven(word.text())
                    || initial
                    || VERB.matcher(before).find()
                    || SAYING.matcher(after).find()
                    || after.startsWith("'s")
                    || after.startsWith("’s")
                    || !clinical;
        }
        if (word.standing() == Standing.UNKNOWN) {
            boolean person = initial
                    || SAYING.matcher(after).find()
                    || after.startsWith("'s")
                    || after.startsWith(": ")
                    || !beginsSentence();
            return !clinical && person && word.text().length() > 2;
        }
        return initial && !clinical && Vocabulary.isGiven(word.text());
    }
}
