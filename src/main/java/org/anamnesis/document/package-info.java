/**
 * A draft in the formats people and systems read: plain text, XHTML, PDF. All hold the same words, those of the signed text, and
 * behind them what it cites.
 *
 * <p>Pure but for the fonts: the same draft gives the same bytes, so that their hash is as good a binding as that of the text.
 */
@NullMarked
package org.anamnesis.document;

import org.jspecify.annotations.NullMarked;
