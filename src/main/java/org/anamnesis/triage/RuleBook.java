package org.anamnesis.triage;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.anamnesis.score.Rows;

/**
 * The tables that triage goes by. The product brings a set; a hospital may put its own in the place of any of them.
 */
public final class RuleBook {

    private static final RuleBook STANDARD = new RuleBook(
            own("abbreviations.txt"),
            own("complaints.txt"),
            own("red-flags.txt"),
            own("danger-zone.txt"),
            own("sources.txt"));

    private final String version;
    private final Complaints complaints;
    private final List<Rule> rules;
    private final DangerZone dangerZone;
    private final Map<String, String> sources;

    /**
     * @throws IllegalArgumentException where a table names what another does not have: a group, a history, a publication
     */
    public RuleBook(Rows abbreviations, Rows complaints, Rows redFlags, Rows dangerZone, Rows sources) {
        this.version = "complaints " + complaints.version() + ", red flags " + redFlags.version() + ", abbreviations "
                + abbreviations.version() + ", danger zone " + dangerZone.version();
        this.complaints = new Complaints(abbreviations, complaints);
        this.dangerZone = new DangerZone(dangerZone);
        this.sources = sources.rows().stream()
                .collect(Collectors.toUnmodifiableMap(row -> row.cell("key"), row -> row.cell("citation")));
        Set<String> groups = this.complaints.groups().stream()
                .map(ComplaintGroup::key)
                .collect(Collectors.toCollection(HashSet::new));
        Conditions conditions = new Conditions(groups);
        this.rules =
                redFlags.rows().stream().map(row -> Rule.of(row, conditions)).toList();
        check();
    }

    /** The tables that come with the product. */
    public static RuleBook standard() {
        return STANDARD;
    }

    /** The versions of the tables, for the record. */
    public String version() {
        return version;
    }

    Complaints complaints() {
        return complaints;
    }

    List<Rule> rules() {
        return rules;
    }

    DangerZone dangerZone() {
        return dangerZone;
    }

    List<String> citations(List<String> keys) {
        return keys.stream().map(this::citation).toList();
    }

    private String citation(String key) {
        String citation = sources.get(key);
        if (citation == null) {
            throw new IllegalArgumentException("no publication is named " + key);
        }
        return citation;
    }

    private void check() {
        Stream.concat(
                        rules.stream().map(Rule::sources),
                        complaints.groups().stream().map(ComplaintGroup::sources))
                .forEach(keys -> {
                    if (keys.isEmpty()) {
                        throw new IllegalArgumentException("a row without a source");
                    }
                    citations(keys);
                });
        if (rules.stream().map(Rule::id).distinct().count() < rules.size()) {
            throw new IllegalArgumentException("two rules have the same id");
        }
    }

    private static Rows own(String file) {
        return Rows.of(RuleBook.class, file);
    }
}
