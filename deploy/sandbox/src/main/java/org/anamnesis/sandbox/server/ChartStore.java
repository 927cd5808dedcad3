package org.anamnesis.sandbox.server;

import ca.uhn.fhir.jpa.api.dao.DaoRegistry;
import ca.uhn.fhir.jpa.api.dao.IFhirSystemDao;
import ca.uhn.fhir.jpa.searchparam.SearchParameterMap;
import ca.uhn.fhir.rest.api.SortOrderEnum;
import ca.uhn.fhir.rest.api.SortSpec;
import ca.uhn.fhir.rest.api.server.SystemRequestDetails;
import ca.uhn.fhir.rest.param.ReferenceParam;
import ca.uhn.fhir.rest.server.exceptions.ResourceGoneException;
import ca.uhn.fhir.rest.server.exceptions.ResourceNotFoundException;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.DocumentReference;
import org.hl7.fhir.r4.model.Encounter;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.Meta;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Resource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The charts from inside the server, past all authorization. Only the sandbox itself holds this: the loader and the
 * pages; nothing of it is reachable by HTTP except what a page shows.
 */
@Component
public class ChartStore {

    private static final int MOST_PATIENTS_LISTED = 500;
    private static final int MOST_DOCUMENTS_LISTED = 50;

    private final DaoRegistry daos;
    private final IFhirSystemDao<Bundle, Meta> system;
    private final JdbcClient sql;

    ChartStore(DaoRegistry daos, IFhirSystemDao<Bundle, Meta> system, JdbcClient sql) {
        this.daos = daos;
        this.system = system;
        this.sql = sql;
    }

    /** Runs a transaction Bundle as the server itself. */
    public void write(Bundle transaction) {
        system.transaction(new SystemRequestDetails(), transaction);
    }

    /** How many resources of a type are there, deleted ones left out. */
    public long count(String resourceType) {
        return sql.sql("select count(*) from HFJ_RESOURCE where RES_TYPE = ? and RES_DELETED_AT is null")
                .param(resourceType)
                .query(Long.class)
                .single();
    }

    /** Whether nothing is stored under a reference such as {@code Practitioner/dr-hassan}. */
    public boolean isAbsent(String reference) {
        var id = new IdType(reference);
        try {
            daos.getResourceDao(id.getResourceType()).read(id, new SystemRequestDetails());
            return false;
        } catch (ResourceNotFoundException | ResourceGoneException e) {
            return true;
        }
    }

    /** Patients by name, at most 500. */
    public List<Patient> patients() {
        var all = search(Patient.class, new SearchParameterMap(), MOST_PATIENTS_LISTED);
        return all.stream()
                .sorted(Comparator.comparing(
                        patient -> patient.getNameFirstRep().getNameAsSingleString(), String.CASE_INSENSITIVE_ORDER))
                .toList();
    }

    /** The patient of a logical id. */
    public Optional<Patient> patient(String id) {
        try {
            return Optional.of(
                    daos.getResourceDao(Patient.class).read(new IdType("Patient", id), new SystemRequestDetails()));
        } catch (ResourceNotFoundException | ResourceGoneException e) {
            return Optional.empty();
        }
    }

    /** The patient's latest encounter. */
    public Optional<Encounter> latestEncounter(String patient) {
        return search(Encounter.class, ofPatient(patient).setSort(newestFirst()), 1).stream()
                .findFirst();
    }

    /** What was filed about the patient, newest first, at most 50. */
    public List<DocumentReference> documents(String patient) {
        return search(DocumentReference.class, ofPatient(patient).setSort(newestFirst()), MOST_DOCUMENTS_LISTED);
    }

    /** How many resources point at each patient, by the patient's logical id. */
    public Map<String, Long> resourcesByPatient() {
        return sql
                .sql("""
                        select p.FHIR_ID as PATIENT, count(distinct l.SRC_RESOURCE_ID) as RESOURCES
                        from HFJ_RES_LINK l join HFJ_RESOURCE p on p.RES_ID = l.TARGET_RESOURCE_ID
                        where p.RES_TYPE = 'Patient' group by p.FHIR_ID""")
                .query((row, number) -> Map.entry(row.getString("PATIENT"), row.getLong("RESOURCES")))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static SearchParameterMap ofPatient(String patient) {
        return new SearchParameterMap().add("patient", new ReferenceParam("Patient/" + patient));
    }

    private static SortSpec newestFirst() {
        return new SortSpec("date", SortOrderEnum.DESC);
    }

    private <R extends Resource> List<R> search(Class<R> type, SearchParameterMap query, int most) {
        query.setLoadSynchronousUpTo(most);
        return daos.getResourceDao(type).search(query, new SystemRequestDetails()).getAllResources().stream()
                .map(type::cast)
                .toList();
    }
}
