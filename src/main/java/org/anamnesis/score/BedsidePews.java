package org.anamnesis.score;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Optional;

/** The Bedside Paediatric Early Warning System score: seven items, five age bands. */
final class BedsidePews implements Score {

    private static final Definition DEFINITION = new Definition(
            "PEWS",
            "Bedside PEWS (2009)",
            "Parshuram CS, Hutchison J, Middaugh K. Development and initial validation of the Bedside Paediatric Early Warning"
                    + " System score. Crit Care 2009;13:R135",
            "children under 18 years");

    private static final int ADULT = 18;
    private static final BigDecimal REFILL = BigDecimal.valueOf(3);
    private static final BigDecimal HIGH_FLOW = BigDecimal.valueOf(4);
    private static final BigDecimal HIGH_SHARE = BigDecimal.valueOf(50);
    private static final BigDecimal STUDY = BigDecimal.valueOf(8);
    private static final BigDecimal CONSULT = BigDecimal.valueOf(7);
    private static final BigDecimal SOME = BigDecimal.valueOf(3);

    private static final Bands SATURATION = Bands.of("0: >=95; 1: 91-94; 2: <=90");

    @Override
    public Definition definition() {
        return DEFINITION;
    }

    @Override
    public Outcome of(Findings findings) {
        return Eligibility.below(findings, ADULT)
                .orElseGet(() -> AgeBand.of(findings)
                        .map(band -> added(findings, band))
                        .orElseGet(() -> new Tally(findings)
                                .lacks(new Missing("date of birth", new Missing.Why.NotRecorded()))
                                .lacking()));
    }

    private static Outcome added(Findings findings, AgeBand age) {
        return new Tally(findings)
                .asks(Parameter.SUPPLEMENTAL_OXYGEN, Parameter.RESPIRATORY_EFFORT, Parameter.CAPILLARY_REFILL)
                .add("Heart rate", Parameter.HEART_RATE, age.heartRate)
                .add("Systolic blood pressure", Parameter.SYSTOLIC_PRESSURE, age.systolic)
                .add("Capillary refill time", findings.number(Parameter.CAPILLARY_REFILL), BedsidePews::refill)
                .add("Respiratory rate", Parameter.RESPIRATORY_RATE, age.respiration)
                .add("Respiratory effort", findings.word(Parameter.RESPIRATORY_EFFORT), BedsidePews::effort)
                .add("Transcutaneous oxygen saturation", Parameter.OXYGEN_SATURATION, SATURATION)
                .add("Oxygen therapy", therapy(findings), awarded -> awarded)
                .note("Age band " + age.words + ".")
                .sum(BedsidePews::band);
    }

    private static Bands.Awarded refill(BigDecimal seconds) {
        return seconds.compareTo(REFILL) >= 0 ? new Bands.Awarded(4, "3 s or more") : new Bands.Awarded(0, "below 3 s");
    }

    private static Bands.Awarded effort(String effort) {
        int points = switch (effort) {
            case "normal" -> 0;
            case "mild" -> 1;
            case "moderate" -> 2;
            default -> 4;
        };
        return new Bands.Awarded(points, effort);
    }

    /** Where oxygen is given, its amount decides; a device without an amount does not tell. */
    private static Lookup<Bands.Awarded> therapy(Findings findings) {
        Lookup<Boolean> oxygen = findings.oxygen();
        boolean given = oxygen instanceof Lookup.Found<Boolean> found
                && found.values().stream().anyMatch(Measured::value);
        if (!given) {
            return oxygen.map(air -> new Bands.Awarded(0, "room air"));
        }
        Optional<Lookup<Bands.Awarded>> amount = Optional.<Lookup<Bands.Awarded>>empty()
                .or(() -> amount(findings, Parameter.OXYGEN_FLOW, HIGH_FLOW, "4 L/min"))
                .or(() -> amount(findings, Parameter.INSPIRED_OXYGEN, HIGH_SHARE, "50 %"));
        return amount.orElseGet(() -> Lookup.absent("amount of oxygen (L/min or %)", new Missing.Why.NotRecorded()));
    }

    private static Optional<Lookup<Bands.Awarded>> amount(
            Findings findings, Parameter parameter, BigDecimal limit, String words) {
        return findings.number(parameter) instanceof Lookup.Found<BigDecimal> found
                ? Optional.of(found.map(value -> value.compareTo(limit) >= 0
                        ? new Bands.Awarded(4, words + " or more")
                        : new Bands.Awarded(2, "any, below " + words)))
                : Optional.empty();
    }

    private static Band band(BigDecimal total) {
        if (total.compareTo(STUDY) >= 0) {
            return new Band(
                    "8 or more",
                    "the study's cut-off for near arrest: emergency assessment, for review",
                    Concern.EMERGENCY);
        }
        if (total.compareTo(CONSULT) >= 0) {
            return new Band("7", "just below the study's cut-off", Concern.URGENT);
        }
        return total.compareTo(SOME) >= 0
                ? new Band("3 to 6", "above the controls of the study", Concern.RAISED)
                : new Band("0 to 2", "as the controls of the study", Concern.LOW);
    }

    /**
     * The age bands with their tables. The 2009 table prints two cells of the heart rate against its own pattern (above 150,
     * below 50); they are read as 150 and over, 50 and under, which never gives fewer points.
     */
    private enum AgeBand {
        TO_3_MONTHS(
                0,
                3,
                "under 3 months",
                "4: >=190, <=80; 2: >=180, <=90; 1: >=150, <=110; 0: 111-149",
                "4: >=130, <=45; 2: >=100, <=50; 1: >=80, <=60; 0: 61-79",
                "4: >=91, <=15; 2: >=81, <=19; 1: >=61, <=29; 0: 30-60"),
        TO_12_MONTHS(
                3,
                12,
                "3 to 12 months",
                "4: >=180, <=70; 2: >=170, <=80; 1: >=150, <=100; 0: 101-149",
                "4: >=150, <=60; 2: >=120, <=70; 1: >=100, <=80; 0: 81-99",
                "4: >=81, <=15; 2: >=71, <=19; 1: >=51, <=24; 0: 25-50"),
        TO_4_YEARS(
                12,
                48,
                "1 to 4 years",
                "4: >=170, <=60; 2: >=150, <=70; 1: >=120, <=90; 0: 91-119",
                "4: >=160, <=65; 2: >=125, <=75; 1: >=110, <=90; 0: 91-109",
                "4: >=71, <=12; 2: >=61, <=15; 1: >=41, <=19; 0: 20-40"),
        TO_12_YEARS(
                48,
                144,
                "4 to 12 years",
                "4: >=150, <=50; 2: >=130, <=60; 1: >=110, <=70; 0: 71-109",
                "4: >=170, <=70; 2: >=140, <=80; 1: >=120, <=90; 0: 91-119",
                "4: >=51, <=10; 2: >=41, <=14; 1: >=31, <=19; 0: 20-30"),
        FROM_12_YEARS(
                144,
                216,
                "over 12 years",
                "4: >=140, <=40; 2: >=120, <=50; 1: >=100, <=60; 0: 61-99",
                "4: >=190, <=75; 2: >=150, <=85; 1: >=130, <=100; 0: 101-129",
                "4: >=30, <=9; 2: >=23, <=10; 1: >=17, <=11; 0: 12-16");

        private final int fromMonth;
        private final int toMonth;
        private final String words;
        private final Bands heartRate;
        private final Bands systolic;
        private final Bands respiration;

        AgeBand(int fromMonth, int toMonth, String words, String heartRate, String systolic, String respiration) {
            this.fromMonth = fromMonth;
            this.toMonth = toMonth;
            this.words = words;
            this.heartRate = Bands.of(heartRate);
            this.systolic = Bands.of(systolic);
            this.respiration = Bands.of(respiration);
        }

        /** Empty where the date of birth leaves two bands possible. */
        static Optional<AgeBand> of(Findings findings) {
            return findings.age()
                    .flatMap(age -> Arrays.stream(values())
                            .filter(band -> age.fromMonths() >= band.fromMonth && age.toMonths() < band.toMonth)
                            .findFirst());
        }
    }
}
