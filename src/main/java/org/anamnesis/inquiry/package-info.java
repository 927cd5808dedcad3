/** The use case of what is asked of one chart and kept nowhere: read or take it, record that, tell what code finds in it. */
@NullMarked
package org.anamnesis.inquiry;

import org.jspecify.annotations.NullMarked;
