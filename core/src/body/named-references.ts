/**
 * The named character references of WHATWG HTML §13.5 that addresses and texts of mails hold: all of Latin 1, those for ASCII
 * characters, for spaces, for general punctuation, and for arrows and signs on buttons, under the names in use
 * (docs/decisions/0010). Groups of names in the order of their code points, with a comma between, each with its distance from the
 * group before in front unless that is 1. Names with `!` are known without a semicolon too.
 */
export const NAMED_REFERENCES =
  '9Tab,NewLine,23excl,QUOT! quot!,num,dollar,percnt,AMP! amp!,apos,lpar,rpar,ast,plus,comma,2period,sol,11colon,' +
  'semi,LT! lt!,equals,GT! gt!,quest,commat,27lsqb,bsol,rsqb,2lowbar,grave,27lbrace,vert,rbrace,35nbsp!,iexcl!,' +
  'cent!,pound!,curren!,yen!,brvbar!,sect!,uml!,COPY! copy!,ordf!,laquo!,not!,shy!,REG! reg!,macr!,deg!,plusmn!,' +
  'sup2!,sup3!,acute!,micro!,para!,middot!,cedil!,sup1!,ordm!,raquo!,frac14!,frac12!,frac34!,iquest!,Agrave!,' +
  'Aacute!,Acirc!,Atilde!,Auml!,Aring!,AElig!,Ccedil!,Egrave!,Eacute!,Ecirc!,Euml!,Igrave!,Iacute!,Icirc!,Iuml!,' +
  'ETH!,Ntilde!,Ograve!,Oacute!,Ocirc!,Otilde!,Ouml!,times!,Oslash!,Ugrave!,Uacute!,Ucirc!,Uuml!,Yacute!,THORN!,' +
  'szlig!,agrave!,aacute!,acirc!,atilde!,auml!,aring!,aelig!,ccedil!,egrave!,eacute!,ecirc!,euml!,igrave!,iacute!,' +
  'icirc!,iuml!,eth!,ntilde!,ograve!,oacute!,ocirc!,otilde!,ouml!,divide!,oslash!,ugrave!,uacute!,ucirc!,uuml!,' +
  'yacute!,thorn!,yuml!,83OElig,oelig,13Scaron,scaron,23Yuml,26fnof,308circ,22tilde,7462ensp,emsp,6thinsp,hairsp,' +
  'ZeroWidthSpace,zwnj,zwj,lrm,rlm,4ndash,mdash,4lsquo,rsquo,sbquo,2ldquo,rdquo,bdquo,2dagger,Dagger,bull,4hellip,' +
  '10permil,2prime,Prime,6lsaquo,rsaquo,114euro,118trade,110larr,uarr,rarr,darr,harr,62rArr,64minus,12infin,' +
  '42asymp,24ne,4le,ge,928starf,star,95hearts,174check,4cross';
