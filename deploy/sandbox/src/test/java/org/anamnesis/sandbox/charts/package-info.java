/** Charts on disk, tested on the shipped ones and on small files made for the case. */
@NullMarked
package org.anamnesis.sandbox.charts;

import org.jspecify.annotations.NullMarked;
