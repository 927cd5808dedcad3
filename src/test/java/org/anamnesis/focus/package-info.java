/** Tests of the focus: charts of fictional people and questions about them. */
package org.anamnesis.focus;
