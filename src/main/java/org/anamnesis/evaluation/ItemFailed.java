package org.anamnesis.evaluation;

/** An item cannot be run. The message is a stable code and never holds anything of the item or the chart. */
final class ItemFailed extends RuntimeException {

    private static final long serialVersionUID = 1L;

    ItemFailed(String code) {
        super(code);
    }
}
