package org.anamnesis.sandbox.access;

import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The three checks, in their order: who, what, whose. */
@Configuration(proxyBeanMethods = false)
@Import({TokenCheck.class, ScopeCheck.class, RecordCheck.class})
public class Access {}
