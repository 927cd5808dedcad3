/** The scripted stand-in, tested on its sentences and over real HTTP. */
@NullMarked
package org.anamnesis.sandbox.model;

import org.jspecify.annotations.NullMarked;
