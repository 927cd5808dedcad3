import { enLater } from './en-later';
import { addWords } from './words';

// Words of the parts of the page that are loaded when they are opened; whoever uses them imports this.
addWords('later', enLater);
