/**
 * The files of notes as text: plain text, HTML, RTF, PDF, C-CDA and docx.
 *
 * <p>The one door of the libraries that open documents. Whoever may write to a chart chooses what is opened here, a patient's
 * upload included, so every file is read in bounded memory and time, by itself, and what goes wrong with one is said of that
 * one. What a reader of the file would not see is not read. Nothing is logged, and no reason holds a word of a file.
 */
@NullMarked
package org.anamnesis.notes;

import org.jspecify.annotations.NullMarked;
