package org.anamnesis.sandbox.access;

import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The checks in their order: who, what, whose; and searches kept to the patient. */
@Configuration(proxyBeanMethods = false)
@Import({TokenCheck.class, ScopeCheck.class, RecordCheck.class, SearchNarrowing.class})
public class Access {}
