/**
 * What a person sees of the sandbox's EHR: patients, a chart page that opens the product in a frame, and the documents
 * filed. Plain HTML from the server; it says on every page that everything is fictional.
 */
@NullMarked
package org.anamnesis.sandbox.page;

import org.jspecify.annotations.NullMarked;
