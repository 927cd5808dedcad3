package org.anamnesis.units;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.fhir.ucum.BaseUnit;
import org.fhir.ucum.Component;
import org.fhir.ucum.Decimal;
import org.fhir.ucum.DefinedUnit;
import org.fhir.ucum.ExpressionParser;
import org.fhir.ucum.Factor;
import org.fhir.ucum.Operator;
import org.fhir.ucum.Symbol;
import org.fhir.ucum.Term;
import org.fhir.ucum.UcumException;
import org.fhir.ucum.UcumModel;
import org.fhir.ucum.Unit;
import org.fhir.ucum.Value;
import org.fhir.ucum.definitions.XmlDefinitionsParser;

/**
 * UCUM's table of units, evaluated without loss. The library's own arithmetic keeps only as many digits as a definition
 * is written with: by it a foot has 30.5 cm.
 *
 * <p>To UCUM a mole is a number of particles, an equivalent is a mole and an international unit is a bare number, so that
 * they would convert into each other; to a clinician they do not. Here each is a base unit of its own.
 */
final class Definitions {

    private static final Set<String> PARTICLES = Set.of("mol", "eq", "osm");

    /** Those that only their own assay defines; UCUM calls them arbitrary. */
    private static final Pattern ARBITRARY =
            Pattern.compile("\\[(?:[^]]*'U|iU|IU|PFU|FFU|CFU|IR|BAU|AU|PNU|Lf|FEU|ELU|EU|[hk]p_[XCMQ])]");

    private static final UcumModel MODEL = read();

    private static final String MICRO = "u";

    private Definitions() {}

    /** What one of a unit is; empty where the code is none, or its scale has no fixed size (pH, decibel). */
    static Optional<Magnitude> of(String code) {
        try {
            return Optional.of(term(new ExpressionParser(MODEL).parse(code)));
        } catch (UcumException unknown) {
            return Optional.empty();
        }
    }

    /** Every unit of the table, without prefixes. */
    static List<String> codes() {
        return Stream.concat(MODEL.getBaseUnits().stream(), MODEL.getDefinedUnits().stream())
                .map(Unit::getCode)
                .toList();
    }

    /**
     * A symbol with its prefix as UCUM prints it; empty where the table has no print symbol for a code in brackets, or one
     * that by itself could be taken for another unit.
     */
    static Optional<String> printed(String code) {
        try {
            return new ExpressionParser(MODEL).parse(code).getComp() instanceof Symbol symbol
                    ? printed(symbol)
                    : Optional.empty();
        } catch (UcumException unknown) {
            return Optional.empty();
        }
    }

    private static Optional<String> printed(Symbol symbol) {
        String prefix = symbol.hasPrefix() ? symbol.getPrefix().getCode() : "";
        String code = symbol.getUnit().getCode();
        Optional<String> unit = code.indexOf('[') < 0
                ? Optional.of(code)
                : Optional.ofNullable(symbol.getUnit().getPrintSymbol())
                        .map(print -> print.replace('\u00a0', ' '))
                        // a line break is a mark-up that the library has dropped: a raised or lowered part, or a
                        // picture
                        .filter(print -> print.length() > 1 && print.indexOf('\n') < 0);
        return unit.map(print -> (prefix.equals(MICRO) ? "µ" : prefix) + print);
    }

    private static Magnitude term(Term whole) throws UcumException {
        Magnitude product = Magnitude.ONE;
        boolean divides = false;
        for (Term term = whole; term != null; term = term.getTerm()) {
            if (term.hasComp()) {
                Magnitude part = component(term.getComp());
                product = product.times(divides ? part.power(-1) : part);
            }
            divides = term.getOp() == Operator.DIVISION;
        }
        return product;
    }

    private static Magnitude component(Component component) throws UcumException {
        return switch (component) {
            case Term inner -> term(inner);
            case Factor number -> Magnitude.ONE.times(BigDecimal.valueOf(number.getValue()));
            case Symbol symbol -> symbol(symbol);
            default -> throw new UcumException("a part of another kind");
        };
    }

    private static Magnitude symbol(Symbol symbol) throws UcumException {
        Magnitude unit = unit(symbol.getUnit());
        Magnitude prefixed =
                symbol.hasPrefix() ? unit.times(exact(symbol.getPrefix().getValue())) : unit;
        return prefixed.power(symbol.getExponent());
    }

    private static Magnitude unit(Unit unit) throws UcumException {
        String code = unit.getCode();
        if (unit instanceof BaseUnit || PARTICLES.contains(code)) {
            return Magnitude.base(code);
        }
        if (ARBITRARY.matcher(code).matches()) {
            return Magnitude.base(code.equals("[IU]") ? "[iU]" : code);
        }
        DefinedUnit defined = (DefinedUnit) unit;
        if (defined.isSpecial()) {
            throw new UcumException("a scale, no unit");
        }
        Value value = defined.getValue();
        return term(new ExpressionParser(MODEL).parse(value.getUnit())).times(exact(value.getValue()));
    }

    private static BigDecimal exact(Decimal number) {
        return new BigDecimal(number.asDecimal());
    }

    private static UcumModel read() {
        try (InputStream essence = Objects.requireNonNull(UcumModel.class.getResourceAsStream("/ucum-essence.xml"))) {
            return new XmlDefinitionsParser().parse(essence);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        } catch (UcumException broken) {
            throw new IllegalStateException("the UCUM library cannot read its own table", broken);
        }
    }
}
