@NullMarked
package org.bihuan.reporting.web;

import org.jspecify.annotations.NullMarked;
