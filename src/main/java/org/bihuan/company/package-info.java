@NullMarked
package org.bihuan.company;

import org.jspecify.annotations.NullMarked;
