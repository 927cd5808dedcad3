package org.anamnesis.sandbox.ehr;

import org.anamnesis.sandbox.server.EhrAddress;
import org.springframework.http.HttpHeaders;
import org.springframework.web.client.RestClient;

/** The requests the EHR makes of itself before anyone else: they fail the start if they fail. */
final class FirstRequests {

    private FirstRequests() {}

    static void metadata(EhrAddress address) {
        RestClient.create()
                .get()
                .uri(address.fhirBase() + "/metadata")
                .retrieve()
                .toBodilessEntity();
    }

    static void search(EhrAddress address, String token) {
        RestClient.create()
                .get()
                .uri(address.fhirBase() + "/Patient?_count=1")
                .header(HttpHeaders.AUTHORIZATION, "Bearer " + token)
                .retrieve()
                .toBodilessEntity();
    }
}
