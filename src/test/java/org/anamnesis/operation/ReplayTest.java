package org.anamnesis.operation;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.rest.annotation.IdParam;
import ca.uhn.fhir.rest.annotation.Operation;
import ca.uhn.fhir.rest.api.EncodingEnum;
import ca.uhn.fhir.rest.api.RequestTypeEnum;
import ca.uhn.fhir.rest.server.HardcodedServerAddressStrategy;
import ca.uhn.fhir.rest.server.RestfulServer;
import ca.uhn.fhir.rest.server.servlet.ServletRequestDetails;
import ca.uhn.fhir.rest.server.tenant.UrlBaseTenantIdentificationStrategy;
import jakarta.servlet.ServletConfig;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletException;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.anamnesis.ehr.EhrRegistry;
import org.anamnesis.ehr.EhrSettings;
import org.anamnesis.jobs.JobRequest;
import org.anamnesis.jobs.JobResult;
import org.anamnesis.jobs.JobSettings;
import org.anamnesis.smart.Caller;
import org.anamnesis.smart.Scopes;
import org.anamnesis.smart.UserReach;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.OperationOutcome;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.StringType;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A request that was kept is given to HAPI's own server, which must find in it all that it asks for. */
class ReplayTest {

    private static final FhirContext R4 = FhirContext.forR4Cached();
    private static final String BASE = "https://anamnesis.example.org/fhir";

    private final Replay replay = new Replay(registry(), R4);

    /** What the facade has: an operation that reads its parameters as ours do, and asks who calls. */
    public static final class Echo {

        @Operation(name = "$echo", typeName = "Patient")
        public Parameters echo(@IdParam IdType patient, ServletRequestDetails details) {
            Input input = Input.read(details, List.of("text"));
            FacadeCall call = FacadeCall.of(details);
            call.require(details, patient.getIdPart(), Scopes.parse("patient/Observation.rs"));
            if (input.requiredText("text", 100).equals("refuse")) {
                throw new Refusal(Problem.unavailable("ehr-timeout", "Try again later."));
            }
            Parameters answer = new Parameters();
            answer.addParameter("text", new StringType(input.requiredText("text", 100)));
            answer.addParameter("patient", new StringType(patient.getIdPart()));
            answer.addParameter("client", new StringType(call.caller().clientId()));
            answer.addParameter("base", new StringType(details.getFhirServerBase()));
            return answer;
        }
    }

    private static final class Facade extends RestfulServer {

        private static final long serialVersionUID = 1L;

        @Override
        protected void initialize() {
            setFhirContext(R4);
            setServerAddressStrategy(new HardcodedServerAddressStrategy(BASE));
            setTenantIdentificationStrategy(new UrlBaseTenantIdentificationStrategy());
            setDefaultResponseEncoding(EncodingEnum.JSON);
            registerProvider(new Echo());
            registerInterceptor(new PlainErrors());
        }

        Replay.Server served() {
            return (request, response) -> handleRequest(RequestTypeEnum.POST, request, response);
        }
    }

    @BeforeEach
    void startTheServer() throws ServletException {
        Facade facade = new Facade();
        facade.init(pretended(ServletConfig.class));
        replay.by(facade.served());
    }

    @Test
    void isReadyOnceTheServerIsThere() {
        assertThat(new Replay(registry(), R4).isReady()).isFalse();
        assertThat(replay.isReady()).isTrue();
    }

    @Test
    void isAnsweredAsItWouldHaveBeenAtOnceForTheCallerWhoMadeIt() {
        JobResult result = replay.perform(request("p1", "hello", "", Optional.empty()));
        assertThat(result.status()).as(result.body()).isEqualTo(200);
        assertThat(result.contentType()).startsWith("application/fhir+json");
        assertThat(result.about()).isEqualTo("p1");
        Parameters answer = R4.newJsonParser().parseResource(Parameters.class, result.body());
        assertThat(answer.getParameter())
                .extracting(one -> one.getValue().primitiveValue())
                .containsExactly("hello", "p1", "client", BASE + "/ward");
    }

    @Test
    void isAnsweredInTheFormatThatWasAskedFor() {
        JobResult byHeader = replay.perform(request("p1", "hello", "", Optional.of("application/fhir+xml")));
        assertThat(byHeader.contentType()).startsWith("application/fhir+xml");
        assertThat(byHeader.body()).startsWith("<Parameters");
        JobResult byQuery = replay.perform(request("p1", "hello", "_format=xml&_asyncMode=bundle", Optional.empty()));
        assertThat(byQuery.body()).startsWith("<Parameters");
    }

    @Test
    void invariant7WhatTheCallerIsAllowedIsDecidedAnew() {
        JobResult result = replay.perform(request("p2", "hello", "", Optional.empty()));
        assertThat(result.status()).isEqualTo(403);
        assertThat(code(result)).isEqualTo("insufficient-scope");
    }

    @Test
    void aRefusalIsAnAnswer() {
        JobResult result = replay.perform(request("p1", "refuse", "", Optional.empty()));
        assertThat(result.status()).isEqualTo(503);
        assertThat(code(result)).isEqualTo("ehr-timeout");
    }

    @Test
    void oneThatWasInterruptedSaysThatItMayBeMadeAgain() {
        JobResult result = replay.interrupted(request("p1", "hello", "", Optional.empty()));
        OperationOutcome outcome = R4.newJsonParser().parseResource(OperationOutcome.class, result.body());
        assertThat(outcome.getIssueFirstRep().getCode().toCode()).isEqualTo("transient");
    }

    private static String code(JobResult result) {
        return R4.newJsonParser()
                .parseResource(OperationOutcome.class, result.body())
                .getIssueFirstRep()
                .getDetails()
                .getCodingFirstRep()
                .getCode();
    }

    private static JobRequest request(String patient, String text, String query, Optional<String> accept) {
        return new JobRequest(
                "ward",
                "/Patient/" + patient + "/$echo",
                query,
                Optional.of("application/fhir+json"),
                accept,
                body(text),
                new Caller(
                        "client",
                        "user",
                        Scopes.parse("patient/Observation.rs"),
                        Optional.of("p1"),
                        Optional.empty(),
                        Optional.empty(),
                        "jti",
                        Instant.EPOCH,
                        UserReach.NOBODY),
                Optional.of(patient),
                JobSettings.Completion.REDIRECT);
    }

    private static byte[] body(String text) {
        return ("{\"resourceType\":\"Parameters\",\"parameter\":[{\"name\":\"text\",\"valueString\":\"" + text
                        + "\"}]}")
                .getBytes(StandardCharsets.UTF_8);
    }

    private static <T> T pretended(Class<T> type) {
        return type.cast(Proxy.newProxyInstance(
                ReplayTest.class.getClassLoader(),
                new Class<?>[] {type},
                (proxy, method, given) -> switch (method.getName()) {
                    case "getServletContext" -> pretended(ServletContext.class);
                    case "getContextPath" -> "";
                    case "getServletName" -> "facade";
                    case "getMajorVersion" -> 6;
                    case "getMinorVersion" -> 0;
                    default -> null;
                }));
    }

    private static EhrRegistry registry() {
        Map<String, String> settings = Map.of(
                "anamnesis.base-url", "https://anamnesis.example.org",
                "anamnesis.ehrs", "ward",
                "anamnesis.ehr.ward.fhir-base", "https://ehr.example.org/ward",
                "anamnesis.ehr.ward.issuer", "https://ehr.example.org",
                "anamnesis.ehr.ward.backend-client-id", "backend");
        return EhrSettings.read(settings.keySet(), key -> Optional.ofNullable(settings.get(key)));
    }
}
