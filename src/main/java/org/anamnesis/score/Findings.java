package org.anamnesis.score;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.anamnesis.chart.Chart;
import org.anamnesis.chart.ClinicalTime;

/** What a chart says at one moment that scores and triage ask for: the newest values within their limits of age. */
public final class Findings {

    private final Inputs inputs;
    private final ClinicalTime moment;
    private final Limits limits;
    private final Person person;

    Findings(Inputs inputs, ClinicalTime moment, Limits limits) {
        this.inputs = inputs;
        this.moment = moment;
        this.limits = limits;
        this.person = new Person(inputs, moment, limits);
    }

    /** The findings of a chart; for several moments of one chart, {@link Scores} searches it once only. */
    public static Findings at(Chart chart, ClinicalTime moment, Limits limits) {
        return new Findings(new Inputs(chart), moment, limits);
    }

    public ClinicalTime moment() {
        return moment;
    }

    public Chart chart() {
        return inputs.chart();
    }

    /** A number, in the unit of the table of inputs. */
    public Lookup<BigDecimal> number(Parameter parameter) {
        return number(parameter, limit(parameter));
    }

    /** A number for which another limit of age holds. */
    Lookup<BigDecimal> number(Parameter parameter, Duration limit) {
        return inputs.numbers(parameter).at(moment, limit, inputs.unseen());
    }

    /** All numbers of the time right before the moment, whatever the limit of age. */
    List<BigDecimal> within(Parameter parameter, Duration time) {
        return inputs.numbers(parameter).within(moment, time);
    }

    /** A word of the table of words. */
    public Lookup<String> word(Parameter parameter) {
        return inputs.words(parameter).at(moment, limit(parameter), inputs.unseen());
    }

    /** The answer a person gave to a question of a checklist; where nobody did, it is for a person. */
    Lookup<String> answer(Parameter parameter) {
        return inputs.words(parameter).at(moment, limit(parameter), new Missing.Why.ForAPerson(parameter.words()));
    }

    /** True is oxygen, false is air. */
    public Lookup<Boolean> oxygen() {
        return inputs.oxygen().at(moment, limits.vital(), inputs.unseen());
    }

    /** By ACVPU, or by the Glasgow coma score. */
    public Lookup<Consciousness> consciousness() {
        return inputs.consciousness().at(moment, limits.vital(), inputs.unseen());
    }

    /** The Glasgow coma score. */
    public Lookup<BigDecimal> coma() {
        return inputs.coma().at(moment, limits.vital(), inputs.unseen());
    }

    OxygenTargets oxygenTargets() {
        return inputs.oxygenTargets();
    }

    /** Whether somebody prescribed the target for patients who retain carbon dioxide, 88 to 92 %. */
    public boolean hasHypercapnicTarget() {
        return OxygenScale.at(this).second();
    }

    public Optional<Age> age() {
        return person.age();
    }

    public Pregnancy pregnancy() {
        return person.pregnancy();
    }

    /** Whether the chart says female; empty where it says neither that nor male. */
    public Optional<Boolean> isFemale() {
        return sex().value().map(sex -> sex.value() == Person.Sex.FEMALE);
    }

    Lookup<Person.Sex> sex() {
        return person.sex();
    }

    /** What the patient has or takes now. */
    public List<Measured<String>> has(String key) {
        return inputs.history().current(key, moment);
    }

    /** What the patient has or ever had. */
    public List<Measured<String>> everHad(String key) {
        return inputs.history().ever(key, moment);
    }

    /** Why a part of the history is not there. */
    public Missing.Why unseen(String key) {
        return inputs.history().unseen(key);
    }

    /** The values of some inputs that were not taken, within their limits of age. */
    public List<Refusal> refusals(List<Parameter> parameters) {
        List<Refusal> refusals = new ArrayList<>();
        for (Parameter parameter : parameters) {
            Duration limit = limit(parameter);
            refusals.addAll(
                    switch (parameter) {
                        case SUPPLEMENTAL_OXYGEN -> inputs.oxygen().refusals(moment, limit);
                        case CONSCIOUSNESS -> inputs.consciousness().refusals(moment, limit);
                        case COMA_SCORE -> inputs.coma().refusals(moment, limit);
                        default ->
                            parameter.unit().isEmpty()
                                    ? inputs.words(parameter).refusals(moment, limit)
                                    : inputs.numbers(parameter).refusals(moment, limit);
                    });
        }
        return refusals;
    }

    Limits limits() {
        return limits;
    }

    private Duration limit(Parameter parameter) {
        return limits.of(InputTable.of(parameter).age());
    }
}
