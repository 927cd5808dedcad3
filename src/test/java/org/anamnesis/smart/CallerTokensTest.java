package org.anamnesis.smart;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import java.net.URI;
import java.text.ParseException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.anamnesis.ehr.Ehr;
import org.anamnesis.ehr.EhrId;
import org.anamnesis.ehr.EhrRegistry;
import org.anamnesis.ehr.SigningAlgorithm;
import org.anamnesis.smart.CallerCheck.Why;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The numbers are those of the catalogue of attack cases. */
class CallerTokensTest {

    private static final EhrId WARD = new EhrId("ward");
    private static final String FACADE = "http://localhost:8080/fhir/ward";
    private static final String KEYS = "/oauth2/jwks";
    private static final ResourceScope READ =
            ResourceScope.parse("patient/Observation.rs").orElseThrow();

    private final SteppedClock clock = new SteppedClock();
    private final StrictEhr ehr = new StrictEhr(clock);
    private final EhrHttp http = new EhrHttp();
    private final CallerTokens tokens = new CallerTokens(
            new EhrRegistry(
                    URI.create("http://localhost:8080"), List.of(ehr.registered("ward", SigningAlgorithm.RS384))),
            new EhrTokens(http, new SmartConfigurations(http, clock), clock),
            nobodyAsks(),
            http);

    @AfterEach
    void stop() {
        http.close();
        ehr.close();
    }

    @Test
    void acceptsATokenForThisFacadeAndSaysWhoCalls() {
        Caller caller = accepted(token(claims -> claims.claim("patient", "p1")
                .claim("encounter", "e1")
                .claim("fhirUser", ehr.fhirBase() + "/Practitioner/dr1")));
        assertThat(caller.clientId()).isEqualTo("ward-caller");
        assertThat(caller.subject()).isEqualTo("user-1");
        assertThat(caller.patient()).contains("p1");
        assertThat(caller.encounter()).contains("e1");
        assertThat(caller.practitioner()).contains("Practitioner/dr1");
        assertThat(caller.tokenId()).isNotBlank();
        assertThat(caller.scopes().mayRead("Observation")).isTrue();
    }

    @Test
    void acceptsTheSchemeInAnyCaseAndSeveralAudiencesAndAnAccessTokensOwnType() {
        String token = token(claims -> claims.audience(List.of("https://elsewhere.example", FACADE)));
        assertThat(tokens.verify(WARD, "bearer  " + token)).isInstanceOf(CallerCheck.Accepted.class);
        JWSHeader header = new JWSHeader.Builder(JWSAlgorithm.ES256)
                .keyID("ehr-ec")
                .type(new JOSEObjectType("at+jwt"))
                .build();
        assertThat(accepted(StrictEhr.signed(ehr.ec, header, claims(ignored -> {})))
                        .clientId())
                .isEqualTo("ward-caller");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Basic dXNlcjpwYXNz", "", "DPoP x.y.z"})
    void saysWhenThereIsNoBearerToken(String authorization) {
        assertThat(tokens.verify(WARD, authorization)).isInstanceOf(CallerCheck.Missing.class);
        assertThat(tokens.verify(WARD, null)).isInstanceOf(CallerCheck.Missing.class);
        assertThat(ehr.asked).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Bearer", "Bearer ", "Bearer a b", "Bearer x", "Bearer x.y", "Bearer ...", "Bearerx.y.z"})
    void refusesWhatIsNoToken(String authorization) {
        assertThat(tokens.verify(WARD, authorization)).isEqualTo(new CallerCheck.Invalid(Why.MALFORMED));
    }

    @Test
    void refusesATokenOfHugeSizeBeforeReadingIt() {
        assertThat(tokens.verify(WARD, "Bearer " + "a".repeat(20_000) + ".b.c"))
                .isEqualTo(new CallerCheck.Invalid(Why.MALFORMED));
        assertThat(ehr.asked).isEmpty();
    }

    @Test
    void refusesATokenForTheEhrItself() {
        assertRefused(token(claims -> claims.audience(ehr.fhirBase())), Why.CLAIMS);
        assertRefused(token(claims -> claims.audience(FACADE + "/")), Why.CLAIMS);
        assertRefused(token(claims -> claims.audience("http://localhost:8080/fhir/other")), Why.CLAIMS);
    }

    @Test
    void case45RefusesAWrongIssuerAndTimesThatAreNotNow() {
        assertRefused(token(claims -> claims.issuer("https://evil.example")), Why.CLAIMS);
        assertRefused(token(claims -> claims.issuer(ehr.issuer() + "/")), Why.CLAIMS);
        assertRefused(token(claims -> claims.expirationTime(at(-61))), Why.TIME);
        assertRefused(token(claims -> claims.notBeforeTime(at(61))), Why.TIME);
        assertRefused(token(claims -> claims.issueTime(at(120))), Why.TIME);
        assertRefused(token(claims -> claims.issuer("https://evil.example").notBeforeTime(at(61))), Why.CLAIMS);
    }

    @Test
    void allowsAMinuteBetweenTheClocks() {
        accepted(token(claims -> claims.expirationTime(at(-59))));
        accepted(token(claims -> claims.notBeforeTime(at(59)).issueTime(at(59))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"iss", "sub", "aud", "exp", "iat", "jti", "client_id", "scope"})
    void refusesATokenWithoutARequiredClaim(String name) {
        assertRefused(token(claims -> claims.claim(name, null)), Why.CLAIMS);
    }

    @Test
    void refusesClaimsOfTheWrongForm() {
        assertRefused(token(claims -> claims.claim("scope", List.of("system/*.rs"))), Why.CLAIMS);
        assertRefused(token(claims -> claims.claim("patient", "../Practitioner/dr1")), Why.CLAIMS);
        assertRefused(token(claims -> claims.claim("patient", 7)), Why.CLAIMS);
        assertRefused(token(claims -> claims.claim("encounter", "..")), Why.CLAIMS);
    }

    @Test
    void case29RefusesATokenWithoutSignature() {
        assertRefused(new PlainJWT(claims(ignored -> {})).serialize(), Why.MALFORMED);
        String good = token(ignored -> {});
        assertRefused(good.substring(0, good.lastIndexOf('.') + 1), Why.MALFORMED);
    }

    @Test
    void case29RefusesASharedSecretMadeOfThePublicKey() throws JOSEException {
        SignedJWT confused = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.HS256).keyID("ehr-rsa").build(), claims(ignored -> {}));
        confused.sign(new MACSigner(ehr.rsa.toRSAPublicKey().getEncoded()));
        assertRefused(confused.serialize(), Why.ALGORITHM);
        assertThat(ehr.asked).isEmpty();
    }

    @Test
    void case29RefusesAnAlgorithmThatTheKeyIsNotFor() {
        assertRefused(StrictEhr.signed(ehr.rsa, JWSAlgorithm.RS384, claims(ignored -> {})), Why.SIGNATURE);
        assertRefused(StrictEhr.signed(ehr.rsa, JWSAlgorithm.PS256, claims(ignored -> {})), Why.ALGORITHM);
    }

    @Test
    void case29IgnoresKeysAndAddressesInTheHeader() {
        RSAKey own = SigningKeys.rsa("ehr-rsa", JWSAlgorithm.RS256);
        JWSHeader header = new JWSHeader.Builder(JWSAlgorithm.RS256)
                .keyID("ehr-rsa")
                .jwk(own.toPublicJWK())
                .jwkURL(URI.create("http://127.0.0.1:1/keys"))
                .x509CertURL(URI.create("http://127.0.0.1:1/certificate"))
                .build();
        assertRefused(StrictEhr.signed(own, header, claims(ignored -> {})), Why.SIGNATURE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"../../etc/passwd", "' OR 1=1 --", "", "\u0000"})
    void case29RefusesKeyIdsThatAreTricks(String kid) {
        RSAKey own = SigningKeys.rsa("own", JWSAlgorithm.RS256);
        JWSHeader header = new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(kid).build();
        assertThat(tokens.verify(WARD, "Bearer " + StrictEhr.signed(own, header, claims(ignored -> {}))))
                .isInstanceOf(CallerCheck.Invalid.class);
    }

    @Test
    void refusesATokenThatWasChanged() throws ParseException {
        String good = token(ignored -> {});
        SignedJWT parsed = SignedJWT.parse(good);
        String claims = parsed.getPayload().toString().replace("system/Patient.rs", "system/*.cruds");
        String changed =
                parsed.getHeader().toBase64URL() + "." + Base64URL.encode(claims) + "." + parsed.getSignature();
        assertRefused(changed, Why.SIGNATURE);
        String twice = parsed.getPayload().toString().replaceFirst("\\{", "{\"scope\":\"system/*.cruds\",");
        assertRefused(
                parsed.getHeader().toBase64URL() + "." + Base64URL.encode(twice) + "." + parsed.getSignature(),
                Why.MALFORMED);
    }

    @Test
    void case30FetchesTheKeysOnceMoreForAKeyItDoesNotKnow() {
        accepted(token(ignored -> {}));
        RSAKey next = SigningKeys.rsa("ehr-next", JWSAlgorithm.RS256);
        ehr.keys = new ArrayList<JWK>(List.of(ehr.rsa, next));
        accepted(StrictEhr.signed(next, JWSAlgorithm.RS256, claims(ignored -> {})));
        assertThat(ehr.asked(KEYS)).isEqualTo(2);
        accepted(token(ignored -> {}));
        assertThat(ehr.asked(KEYS)).isEqualTo(2);
    }

    @Test
    void case30DoesNotStormForKeysThatNobodyHas() {
        accepted(token(ignored -> {}));
        for (int at = 0; at < 30; at++) {
            RSAKey unknown = new RSAKey.Builder(ehr.rsa).keyID("unknown-" + at).build();
            assertRefused(StrictEhr.signed(unknown, JWSAlgorithm.RS256, claims(ignored -> {})), Why.SIGNATURE);
        }
        assertThat(ehr.asked(KEYS)).isLessThanOrEqualTo(3);
        accepted(token(ignored -> {}));
    }

    @Test
    void refusesNobodyAndAdmitsNobodyWhileTheKeysCannotBeHad() {
        ehr.keysStatus = 500;
        for (int at = 0; at < 6; at++) {
            assertThat(tokens.verify(WARD, "Bearer " + token(ignored -> {})))
                    .isInstanceOf(CallerCheck.Unverifiable.class);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "BASE/Practitioner/dr1, Practitioner/dr1",
        "BASE/PractitionerRole/r-1, PractitionerRole/r-1",
        "Practitioner/dr1, Practitioner/dr1",
        "BASE/Patient/p1,",
        "BASE/RelatedPerson/p1,",
        "https://elsewhere.example/fhir/Practitioner/dr1,",
        "BASE.evil.example/Practitioner/dr1,",
        "BASE/Practitioner/dr1/_history/1,",
        "BASE/Practitioner/..,",
        "BASE/Practitioner/,",
        "BASE/../fhir/Practitioner/dr1,"
    })
    void knowsAPractitionerOfThisEhrOnly(String fhirUser, String practitioner) {
        Caller caller = accepted(token(claims -> claims.claim("fhirUser", fhirUser.replace("BASE", ehr.fhirBase()))));
        assertThat(caller.practitioner().orElse(null)).isEqualTo(practitioner);
    }

    @Test
    void case42CountsPatientScopesForTheTokensOwnPatientOnly() {
        Caller caller = accepted(token(claims -> claims.claim("patient", "p1")
                .claim("fhirUser", ehr.fhirBase() + "/Practitioner/dr1")
                .claim("scope", "patient/Observation.rs user/DocumentReference.c")));
        ResourceScope read = ResourceScope.parse("patient/Observation.rs").orElseThrow();
        ResourceScope file = ResourceScope.parse("patient/DocumentReference.c").orElseThrow();
        assertThat(caller.missingFor("p1", read, file)).isEmpty();
        assertThat(caller.missingFor("p2", read, file)).containsExactly(read, file);
        Caller nobody = accepted(token(claims -> claims.claim("scope", "patient/Observation.rs")));
        assertThat(nobody.missingFor("p1", read)).containsExactly(read);
    }

    @ParameterizedTest
    @ValueSource(strings = {"BASE/Patient/p1", "BASE/RelatedPerson/r1", "https://elsewhere.example/Practitioner/dr1"})
    void case41CountsUserScopesForPractitionersOnly(String fhirUser) {
        ResourceScope read = ResourceScope.parse("patient/Observation.rs").orElseThrow();
        Caller patient = accepted(token(claims -> claims.claim("fhirUser", fhirUser.replace("BASE", ehr.fhirBase()))
                .claim("scope", "user/*.rs")));
        assertThat(patient.missingFor("p2", read)).containsExactly(read);
        Caller unsaid = accepted(token(claims -> claims.claim("scope", "user/*.rs")));
        assertThat(unsaid.missingFor("p2", read)).containsExactly(read);
    }

    @Test
    void case41ReachesNobodyByAUserScopeThatTheEhrWasNotAskedAbout() {
        ehr.visible.add("p2");
        Caller forUsAlone = accepted(token(claims ->
                claims.claim("fhirUser", ehr.fhirBase() + "/Practitioner/dr1").claim("scope", "user/*.rs")));
        assertThat(forUsAlone.missingFor("p2", READ)).containsExactly(READ);
        assertThat(forUsAlone.missingForMany(Scopes.parse("user/Observation.rs")))
                .isNotEmpty();
        assertThat(ehr.asked("/fhir/Patient/p2")).isZero();
    }

    @Test
    void case41ReachesByAUserScopeWhomTheEhrLetsThatUserSee() {
        ehr.visible.add("p2");
        Caller forBoth = accepted(token(claims -> claims.audience(List.of(FACADE, ehr.fhirBase()))
                .claim("fhirUser", ehr.fhirBase() + "/Practitioner/dr1")
                .claim("scope", "user/*.rs")));
        assertThat(forBoth.missingFor("p2", READ)).isEmpty();
        assertThat(forBoth.missingFor("p3", READ)).containsExactly(READ);
        assertThat(forBoth.missingFor("../Patient/p2", READ)).containsExactly(READ);
        assertThat(ehr.asked.stream()
                        .filter(asked -> asked.path().startsWith("/fhir/Patient/"))
                        .map(StrictEhr.Asked::path))
                .containsExactly("/fhir/Patient/p2", "/fhir/Patient/p3");
        ehr.asked.clear();
        ResourceScope more = ResourceScope.parse("patient/Observation.c").orElseThrow();
        assertThat(forBoth.missingFor("p2", more)).containsExactly(more);
        assertThat(ehr.asked).as("asked only where it could help").isEmpty();
    }

    @Test
    void reachesEverybodyByAUserScopeWhereTheEhrIsSetUpSo() {
        Ehr strict = ehr.registered("ward", SigningAlgorithm.RS384);
        Ehr trusted = new Ehr(
                strict.id(),
                strict.name(),
                strict.fhirBase(),
                strict.issuer(),
                strict.backend(),
                strict.app(),
                strict.network(),
                strict.searchPlan(),
                strict.models(),
                new Ehr.Trust(Optional.empty(), true));
        CallerTokens trusting = new CallerTokens(
                new EhrRegistry(URI.create("http://localhost:8080"), List.of(trusted)),
                new EhrTokens(http, new SmartConfigurations(http, clock), clock),
                nobodyAsks(),
                http);
        Caller caller = ((CallerCheck.Accepted) trusting.verify(
                        WARD,
                        "Bearer "
                                + token(claims -> claims.claim("fhirUser", ehr.fhirBase() + "/Practitioner/dr1")
                                        .claim("scope", "user/*.rs"))))
                .caller();
        assertThat(caller.missingFor("p2", READ)).isEmpty();
        assertThat(caller.missingForMany(Scopes.parse("user/Observation.rs"))).isEmpty();
        assertThat(ehr.asked("/fhir/Patient/p2")).isZero();
    }

    // Where no EHR is set up to be asked, nobody is: see IntrospectionsTest.
    @SuppressWarnings("NullAway")
    private static Introspections nobodyAsks() {
        return null;
    }

    private Date at(long seconds) {
        return Date.from(clock.instant().plus(Duration.ofSeconds(seconds)));
    }

    private String token(Consumer<JWTClaimsSet.Builder> changes) {
        return ehr.accessToken(FACADE, changes);
    }

    private JWTClaimsSet claims(Consumer<JWTClaimsSet.Builder> changes) {
        try {
            return SignedJWT.parse(token(changes)).getJWTClaimsSet();
        } catch (ParseException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private Caller accepted(String token) {
        CallerCheck check = tokens.verify(WARD, "Bearer " + token);
        assertThat(check).isInstanceOf(CallerCheck.Accepted.class);
        return ((CallerCheck.Accepted) check).caller();
    }

    private void assertRefused(String token, Why why) {
        assertThat(tokens.verify(WARD, "Bearer " + token)).isEqualTo(new CallerCheck.Invalid(why));
    }
}
