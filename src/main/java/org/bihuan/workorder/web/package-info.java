@NullMarked
package org.bihuan.workorder.web;

import org.jspecify.annotations.NullMarked;
