package org.anamnesis.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.anamnesis.it.Exchange.Answer;
import org.anamnesis.web.WildFly;
import org.hl7.fhir.r4.model.DocumentReference;
import org.hl7.fhir.r4.model.Parameters;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each write profile at an EHR that takes and refuses what the vendor's documentation says; the sandbox plays these EHRs. */
@ExtendWith(ArquillianExtension.class)
class PersonalityIT {

    private static final String RULES =
            "{\"resourceType\":\"Parameters\",\"parameter\":[{\"name\":\"model\",\"valueCode\":\"rules\"}]}";

    private final Ehr ehr = new Ehr();
    private final Bedside bedside = new Bedside("dr-hassan");
    private String token;

    /** The EHR asks for the keys where the settings say the product is. */
    @Deployment(testable = false)
    static WebArchive product() {
        return Product.atRoot();
    }

    @BeforeEach
    void open() {
        ehr.faults();
        token = bedside.token("castellanos");
    }

    @AfterEach
    void mend() {
        ehr.become("generic");
        bedside.close();
    }

    @ParameterizedTest
    // A visit each: where a note is known by its text alone, the same words of another node's database would pass for
    // it.
    @CsvSource({"us-core, castellanos-e-urgent", "epic-like, castellanos-e-annual", "oracle-like, castellanos-e-allergy"
    })
    void theProfileOfAnEhrsMannerFilesOneNoteThatReadsAsItWasSigned(String manner, String visit) throws Exception {
        ehr.become(manner);
        try (WildFly node = nodeFor(manner)) {
            Facade facade = new Facade(URI.create(node.origin()));
            Summary draft = draft(facade, visit);
            List<DocumentReference> before = notes();
            assertThat(outcome(facade.sign(draft.draft(), token, draft.hash()))).isEqualTo("filed");
            assertThat(outcome(facade.sign(draft.draft(), token, draft.hash()))).isEqualTo("already-filed");
            List<DocumentReference> after = notes();
            assertThat(after).hasSize(before.size() + 1);
            assertThat(after.stream().map(PersonalityIT::text)).contains(draft.text());
            // Known by its text alone, another draft of equal words is still another document.
            Summary equal = draft(facade, visit);
            assertThat(equal.text()).isEqualTo(draft.text());
            assertThat(outcome(facade.sign(equal.draft(), token, equal.hash()))).isEqualTo("filed");
            assertThat(notes()).hasSize(before.size() + 2);
        }
    }

    @Test
    void aNoteThatAnEhrDoesNotTakeIsRefusedInItsWordsAndNeverFiled() {
        ehr.become("oracle-like");
        Facade facade = new Facade();
        Summary draft = draft(facade, "castellanos-e-urgent");
        List<DocumentReference> before = notes();
        Answer answer = facade.sign(draft.draft(), token, draft.hash());
        assertThat(answer.status()).as(answer.text()).isEqualTo(422);
        assertThat(answer.text()).contains("ehr-refused");
        assertThat(notes()).hasSameSizeAs(before);
    }

    private Summary draft(Facade facade, String visit) {
        Answer answer = facade.post("Encounter/" + visit + "/$summarize", token, Exchange.FHIR_JSON, RULES);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return new Summary(answer.resource(Parameters.class));
    }

    private List<DocumentReference> notes() {
        return ehr.search("DocumentReference?patient=castellanos&_count=200").getEntry().stream()
                .map(entry -> (DocumentReference) entry.getResource())
                .toList();
    }

    private static String text(DocumentReference document) {
        byte[] data = document.getContentFirstRep().getAttachment().getData();
        return data == null ? "" : new String(data, StandardCharsets.UTF_8);
    }

    private static String outcome(Answer answer) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.resource(Parameters.class)
                .getParameter("outcome")
                .getValue()
                .primitiveValue();
    }

    private static WildFly nodeFor(String manner) throws IOException {
        Map<String, String> settings = new TreeMap<>(Servers.settings());
        settings.keySet().removeIf(key -> key.startsWith("jboss."));
        settings.put("anamnesis.ehr.sandbox.write-profile", manner);
        return new WildFly(
                Path.of(System.getProperty("jboss.home")),
                Servers.directory().resolve("manner-" + manner),
                settings,
                Map.of());
    }
}
