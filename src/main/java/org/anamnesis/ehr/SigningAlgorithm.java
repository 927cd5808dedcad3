package org.anamnesis.ehr;

/** The two algorithms SMART asks of a client that signs its assertions (SMART App Launch 2.2, asymmetric clients). */
public enum SigningAlgorithm {
    RS384,
    ES384
}
