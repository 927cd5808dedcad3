/**
 * The results of an evaluation as files: {@code results.json} for programs and {@code report.html} for people.
 *
 * <p>The page is one file and asks for nothing from elsewhere. Plots are drawn as SVG whose colours the page's style gives,
 * so that they are readable in light and dark and on paper.
 */
@NullMarked
package org.anamnesis.report;

import org.jspecify.annotations.NullMarked;
