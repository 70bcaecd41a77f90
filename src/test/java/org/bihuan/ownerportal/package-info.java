@NullMarked
package org.bihuan.ownerportal;

import org.jspecify.annotations.NullMarked;
