package org.anamnesis.conformity;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.context.support.DefaultProfileValidationSupport;
import ca.uhn.fhir.validation.FhirValidator;
import ca.uhn.fhir.validation.ResultSeverityEnum;
import ca.uhn.fhir.validation.SingleValidationMessage;
import ca.uhn.fhir.validation.ValidationOptions;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.hl7.fhir.common.hapi.validation.support.CommonCodeSystemsTerminologyService;
import org.hl7.fhir.common.hapi.validation.support.InMemoryTerminologyServerValidationSupport;
import org.hl7.fhir.common.hapi.validation.support.PrePopulatedValidationSupport;
import org.hl7.fhir.common.hapi.validation.support.SnapshotGeneratingValidationSupport;
import org.hl7.fhir.common.hapi.validation.support.UnknownCodeSystemWarningValidationSupport;
import org.hl7.fhir.common.hapi.validation.support.ValidationSupportChain;
import org.hl7.fhir.common.hapi.validation.validator.FhirInstanceValidator;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.utilities.npm.NpmPackage;

/** HAPI's validator over R4 and, where a package is given, US Core; offline. */
final class Validator {

    private static final FhirContext R4 = FhirContext.forR4();
    private static final Pattern CONFORMANCE = Pattern.compile("(StructureDefinition|ValueSet|CodeSystem)-.*\\.json");

    private final FhirValidator validator;

    private Validator(Optional<Path> usCore) {
        ValidationSupportChain chain = new ValidationSupportChain();
        chain.addValidationSupport(Terminology.shims(R4));
        usCore.ifPresent(file -> chain.addValidationSupport(npm(file)));
        chain.addValidationSupport(new DefaultProfileValidationSupport(R4));
        chain.addValidationSupport(new CommonCodeSystemsTerminologyService(R4));
        chain.addValidationSupport(new InMemoryTerminologyServerValidationSupport(R4));
        chain.addValidationSupport(new SnapshotGeneratingValidationSupport(R4));
        UnknownCodeSystemWarningValidationSupport unknown = new UnknownCodeSystemWarningValidationSupport(R4);
        unknown.setNonExistentCodeSystemSeverity(
                ca.uhn.fhir.context.support.IValidationSupport.IssueSeverity.INFORMATION);
        chain.addValidationSupport(unknown);
        this.validator = R4.newValidator().registerValidatorModule(new FhirInstanceValidator(chain));
    }

    /** Of R4 alone. */
    static Validator r4() {
        return new Validator(Optional.empty());
    }

    /** Of R4 and a package of US Core. */
    static Validator of(Path usCore) {
        return new Validator(Optional.of(usCore));
    }

    /** HAPI's own reader of packages looks on the class path only. */
    private static PrePopulatedValidationSupport npm(Path file) {
        PrePopulatedValidationSupport support = new PrePopulatedValidationSupport(R4);
        try (InputStream packed = Files.newInputStream(file)) {
            for (Map.Entry<String, byte[]> each : NpmPackage.fromPackage(packed)
                    .getFolders()
                    .get("package")
                    .getContent()
                    .entrySet()) {
                String text = new String(each.getValue(), StandardCharsets.UTF_8);
                if (CONFORMANCE.matcher(each.getKey()).matches()) {
                    support.addResource(R4.newJsonParser().parseResource(text));
                }
            }
            return support;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What is wrong with a resource: errors only. */
    List<String> errors(Resource resource, String... profiles) {
        ValidationOptions options = new ValidationOptions();
        for (String profile : profiles) {
            options.addProfile(profile);
        }
        String json = R4.newJsonParser().encodeResourceToString(resource);
        return validator.validateWithResult(json, options).getMessages().stream()
                .filter(message -> message.getSeverity() == ResultSeverityEnum.ERROR
                        || message.getSeverity() == ResultSeverityEnum.FATAL)
                .map(Validator::words)
                .toList();
    }

    private static String words(SingleValidationMessage message) {
        return message.getLocationString() + ": " + message.getMessage();
    }

    /** The folder of packages, from {@code anamnesis.packages} or beside the project; empty where there is none. */
    static Optional<Path> packages() {
        return Optional.of(Path.of(System.getProperty("anamnesis.packages", "../shared/packages")))
                .filter(Files::isDirectory);
    }
}
