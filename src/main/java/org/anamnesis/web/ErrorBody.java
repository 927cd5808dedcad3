package org.anamnesis.web;

/**
 * What the page is told of an error.
 *
 * @param code stable, for the page
 * @param message for the clinician
 * @param incident by which the same event is found in our log
 */
record ErrorBody(String code, String message, String incident) {}
