package org.anamnesis.evaluation;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.anamnesis.corpus.Fields;
import org.anamnesis.corpus.Item;
import org.anamnesis.corpus.JsonLines;
import org.anamnesis.deidentification.Deidentifier;
import org.anamnesis.deidentification.Found;
import org.anamnesis.deidentification.Kind;
import org.anamnesis.measure.SetResult;

/** Texts in which names, dates, numbers and places are marked: what of them the product's recognisers find. */
final class Identifiers implements EvaluationSet {

    /** Clinical notes with what must be found and what must stay. */
    static final Form CLINICAL = new Form(
            new SetResult.Name(
                    "deid-synthetic",
                    "Identifiers in clinical notes",
                    "Notes with marked identifiers and with clinical words that look like some. The product finds the"
                            + " identifiers of a text; measured is how many of the marked ones, and how many of the"
                            + " clinical words it takes for one."),
            "id",
            "text",
            Map.of(
                    Kind.PERSON, "PATIENT",
                    Kind.AGE, "AGE_90PLUS",
                    Kind.SOCIAL_SECURITY_NUMBER, "SSN",
                    Kind.RECORD_NUMBER, "MRN",
                    Kind.HEALTH_PLAN, "PLAN_ID",
                    Kind.LICENCE, "LICENSE",
                    Kind.IP_ADDRESS, "IP",
                    Kind.PLACE, "CITY",
                    Kind.POSTAL_CODE, "ZIP",
                    Kind.ORGANIZATION, "EMPLOYER"));

    /** Sentences of everyday language. */
    static final Form GENERAL = new Form(
            new SetResult.Name(
                    "deid-presidio",
                    "Identifiers in general sentences",
                    "Sentences of everyday language with marked identifiers, filled in by program. Measured is how many of"
                            + " them the product finds; persons, dates, telephone numbers, mail addresses and numbers count."),
            Fields.LINE,
            "full_text",
            Map.ofEntries(
                    Map.entry(Kind.DATE, "DATE_TIME"),
                    Map.entry(Kind.PHONE, "PHONE_NUMBER"),
                    Map.entry(Kind.EMAIL, "EMAIL_ADDRESS"),
                    Map.entry(Kind.URL, "DOMAIN_NAME"),
                    Map.entry(Kind.ACCOUNT, "CREDIT_CARD"),
                    Map.entry(Kind.SOCIAL_SECURITY_NUMBER, "US_SSN"),
                    Map.entry(Kind.LICENCE, "US_DRIVER_LICENSE"),
                    Map.entry(Kind.ADDRESS, "STREET_ADDRESS"),
                    Map.entry(Kind.PLACE, "GPE"),
                    Map.entry(Kind.POSTAL_CODE, "ZIP_CODE"),
                    Map.entry(Kind.FACILITY, "ORGANIZATION")));

    private final Form form;

    Identifiers(Form form) {
        this.form = form;
    }

    /**
     * A set's form.
     *
     * @param id the field that names an item
     * @param text the field with the text
     * @param types the set's words for kinds; the others are called as we call them
     */
    record Form(SetResult.Name name, String id, String text, Map<Kind, String> types) {

        String type(Kind kind) {
            return types.getOrDefault(kind, kind.name().toUpperCase(Locale.ROOT));
        }
    }

    @Override
    public SetResult.Name name() {
        return form.name();
    }

    @Override
    public List<Task> tasks(Corpus corpus) throws IOException {
        Fields fields = new Fields(form.id(), Set.of(form.text()));
        return Tasks.ofLines(JsonLines.read(corpus.data(), form.name().id(), fields), form.id(), "");
    }

    @Override
    public Output run(Item item, ChartKey key, ChartDesk charts) {
        String text = item.text(form.text()).orElseThrow(() -> new ItemFailed("no-text"));
        List<Found> found = Deidentifier.find(text);
        ObjectNode line = Json.object();
        if (form.id().equals(Fields.LINE)) {
            line.put(Fields.LINE, Integer.parseInt(item.id()));
        } else {
            line.put(form.id(), item.id());
        }
        ArrayNode spans = line.putArray("spans");
        found.forEach(one -> spans.addObject()
                .put("start", one.start())
                .put("end", one.end())
                .put("type", form.type(one.kind())));
        ObjectNode measures = Json.object();
        measures.set("blanks", blanks(text));
        return new Output(line, measures);
    }

    /** Where white space stands: a span is covered though a blank within it is not. */
    private static ArrayNode blanks(String text) {
        ArrayNode blanks = Json.array();
        for (int at = 0; at < text.length(); at++) {
            if (Character.isWhitespace(text.charAt(at))) {
                blanks.add(at);
            }
        }
        return blanks;
    }

    @Override
    public SetResult result(Scored scored, Corpus corpus) {
        return IdentifiersFigures.of(form, scored);
    }
}
