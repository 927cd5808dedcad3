package org.anamnesis.web;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;

/** The clinician's page and its API live under {@code /app}. */
@ApplicationPath("/app")
public class AppApplication extends Application {}
